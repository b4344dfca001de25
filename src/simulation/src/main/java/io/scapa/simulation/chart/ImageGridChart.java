package io.scapa.simulation.chart;

import java.util.List;

/** Pictures in rows, one row per generation: what a model of pictures still draws. */
public final class ImageGridChart {
    private static final double LEFT = 132;
    private static final double GAP = 6;
    private static final double LARGEST = 62;

    private ImageGridChart() {}

    /**
     * One row.
     *
     * @param label at its left
     * @param pictures pixels row by row, 0 white to 1 black
     */
    public record Row(String label, List<double[]> pictures) {
        public Row {
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * Draws the rows.
     *
     * @param side pixels per side of every picture
     */
    public static String of(String title, String subtitle, int side, List<Row> rows) {
        int columns = rows.stream().mapToInt(row -> row.pictures().size()).max().orElse(1);
        double size = Math.min(LARGEST, (Svg.WIDTH - LEFT - 20) / columns - GAP);
        Svg svg = new Svg((int) (Frame.TOP + rows.size() * (size + GAP) + 24), title, subtitle);
        svg.text("title", 20, 30, "start", title);
        Frame.subtitle(svg, subtitle);
        for (int r = 0; r < rows.size(); r++) {
            double y = Frame.TOP + r * (size + GAP);
            svg.text("tick", LEFT - 12, y + size / 2 + 4, "end", rows.get(r).label());
            List<double[]> pictures = rows.get(r).pictures();
            for (int c = 0; c < pictures.size(); c++) {
                svg.image(LEFT + c * (size + GAP), y, size, GreyPng.dataUri(pictures.get(c), side, side));
            }
        }
        return svg.finish();
    }
}
