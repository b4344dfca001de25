package io.scapa.simulation.chart;

/**
 * Writes one SVG picture. Colours are classes with a light and a dark value, so that the picture reads on either; numbers
 * and order are fixed, so that the same data give the same bytes.
 */
final class Svg {
    static final int WIDTH = 760;

    private static final String STYLE = """
            <style>
            text{font:12px system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif;fill:#39424e}
            .bg{fill:#ffffff}.title{font-size:17px;font-weight:600;fill:#17202a}.sub{font-size:12.5px;fill:#5a6572}
            .grid{stroke:#e6e9ed;stroke-width:1}.axis{stroke:#9aa4af;stroke-width:1}.tick{font-size:11.5px;fill:#5a6572}
            .c0{stroke:#2166ac}.c1{stroke:#c8600a}.c2{stroke:#1b7f5c}.c3{stroke:#8e4aa8}.c4{stroke:#b0293a}.c5{stroke:#6b7480}
            .f0{fill:#2166ac}.f1{fill:#c8600a}.f2{fill:#1b7f5c}.f3{fill:#8e4aa8}.f4{fill:#b0293a}.f5{fill:#6b7480}
            .line{fill:none;stroke-width:2;stroke-linejoin:round}.thin{fill:none;stroke-width:1.2}
            .theory{fill:none;stroke:#17202a;stroke-width:1.8;stroke-dasharray:6 4}
            .mark{fill:none;stroke:#9aa4af;stroke-width:1.2;stroke-dasharray:2 3}
            .ridge{stroke:#ffffff;stroke-width:1.1}.note{font-size:11.5px;fill:#5a6572}.cell{font-size:12px;font-weight:600}
            @media (prefers-color-scheme:dark){text{fill:#c9d1d9}.bg{fill:#12171e}.title{fill:#f0f3f6}.sub,.tick,.note{fill:#9aa7b4}
            .grid{stroke:#252d37}.axis{stroke:#55606d}.theory{stroke:#f0f3f6}.mark{stroke:#6d7986}.ridge{stroke:#12171e}
            .c0{stroke:#6cb0f0}.c1{stroke:#f0a35c}.c2{stroke:#5cc9a0}.c3{stroke:#c99be0}.c4{stroke:#f07f8c}.c5{stroke:#a4adb8}
            .f0{fill:#6cb0f0}.f1{fill:#f0a35c}.f2{fill:#5cc9a0}.f3{fill:#c99be0}.f4{fill:#f07f8c}.f5{fill:#a4adb8}}
            </style>
            """;

    private final StringBuilder out = new StringBuilder(16_384);

    Svg(int height, String title, String description) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height);
        out.append("\" width=\"")
                .append(WIDTH)
                .append("\" height=\"")
                .append(height)
                .append("\" role=\"img\">\n");
        out.append("<title>");
        escape(title);
        out.append("</title>\n<desc>");
        escape(description);
        out.append("</desc>\n").append(STYLE);
        rect("bg", 0, 0, WIDTH, height, 1);
    }

    Svg number(double value) {
        Numbers.coordinate(out, value);
        return this;
    }

    void rect(String css, double x, double y, double width, double height, double opacity) {
        out.append("<rect class=\"").append(css).append("\" x=\"");
        number(x).out.append("\" y=\"");
        number(y).out.append("\" width=\"");
        number(width).out.append("\" height=\"");
        number(height).out.append('"');
        opacity(opacity);
        out.append("/>\n");
    }

    /** A rectangle of a colour of its own, for heat maps. */
    void cell(String colour, double x, double y, double width, double height) {
        out.append("<rect fill=\"").append(colour).append("\" x=\"");
        number(x).out.append("\" y=\"");
        number(y).out.append("\" width=\"");
        number(width).out.append("\" height=\"");
        number(height).out.append("\" rx=\"2\"/>\n");
    }

    /** A square picture with hard pixels. */
    void image(double x, double y, double size, String uri) {
        out.append("<image style=\"image-rendering:pixelated\" x=\"");
        number(x).out.append("\" y=\"");
        number(y).out.append("\" width=\"");
        number(size).out.append("\" height=\"");
        number(size).out.append("\" href=\"").append(uri).append("\"/>\n");
    }

    private void opacity(double opacity) {
        if (opacity < 1) {
            out.append(" opacity=\"");
            number(opacity).out.append('"');
        }
    }

    void line(String css, double x1, double y1, double x2, double y2) {
        out.append("<line class=\"").append(css).append("\" x1=\"");
        number(x1).out.append("\" y1=\"");
        number(y1).out.append("\" x2=\"");
        number(x2).out.append("\" y2=\"");
        number(y2).out.append("\"/>\n");
    }

    /** @param anchor start, middle or end */
    void text(String css, double x, double y, String anchor, String words) {
        out.append("<text class=\"").append(css).append("\" x=\"");
        number(x).out.append("\" y=\"");
        number(y).out.append('"');
        if (!anchor.equals("start")) {
            out.append(" text-anchor=\"").append(anchor).append('"');
        }
        out.append('>');
        escape(words);
        out.append("</text>\n");
    }

    /** Text in a colour of its own, for cells. */
    void colouredText(String colour, double x, double y, String words) {
        out.append("<text class=\"cell\" text-anchor=\"middle\" style=\"fill:")
                .append(colour)
                .append("\" x=\"");
        number(x).out.append("\" y=\"");
        number(y).out.append("\">");
        escape(words);
        out.append("</text>\n");
    }

    void turnedText(String css, double x, double y, String words) {
        out.append("<text class=\"").append(css).append("\" text-anchor=\"middle\" transform=\"translate(");
        number(x).out.append(' ');
        number(y).out.append(") rotate(-90)\">");
        escape(words);
        out.append("</text>\n");
    }

    void path(String css, Path path, double opacity) {
        if (path.text.isEmpty()) {
            return;
        }
        out.append("<path class=\"")
                .append(css)
                .append("\" d=\"")
                .append(path.text)
                .append('"');
        opacity(opacity);
        out.append("/>\n");
    }

    /** A filled outline of a colour of its own. */
    void shape(String css, String fill, Path path, double opacity) {
        out.append("<path class=\"")
                .append(css)
                .append("\" fill=\"")
                .append(fill)
                .append("\" d=\"")
                .append(path.text)
                .append('"');
        opacity(opacity);
        out.append("/>\n");
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(c < ' ' ? ' ' : c);
            }
        }
    }

    String finish() {
        return out.append("</svg>\n").toString();
    }

    /** The outline of a shape. */
    static final class Path {
        private final StringBuilder text = new StringBuilder();
        private boolean pen;

        /** Goes on to a point; a point that is not finite lifts the pen. */
        Path to(double x, double y) {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                pen = false;
                return this;
            }
            text.append(pen ? 'L' : 'M');
            Numbers.coordinate(text, x);
            text.append(' ');
            Numbers.coordinate(text, y);
            pen = true;
            return this;
        }

        Path close() {
            text.append('Z');
            pen = false;
            return this;
        }
    }
}
