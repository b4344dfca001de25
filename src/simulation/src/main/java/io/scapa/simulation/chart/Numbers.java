package io.scapa.simulation.chart;

/** Numbers as text, the same on every machine and locale. */
public final class Numbers {
    private static final String MINUS = "\u2212";

    private Numbers() {}

    /** A coordinate: at most two decimals, none where they are zero. */
    static void coordinate(StringBuilder out, double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths < 0) {
            out.append('-');
            hundredths = -hundredths;
        }
        out.append(hundredths / 100);
        long rest = hundredths % 100;
        if (rest != 0) {
            out.append('.').append((char) ('0' + rest / 10));
            if (rest % 10 != 0) {
                out.append((char) ('0' + rest % 10));
            }
        }
    }

    /**
     * A number with some significant digits, without trailing zeros: 0.0124, 1,250, 3.1e-7.
     *
     * @param digits 1 to 12
     */
    public static String significant(double value, int digits) {
        if (Double.isNaN(value)) {
            return "n/a";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : MINUS + "inf";
        }
        if (value == 0) {
            return "0";
        }
        String sign = value < 0 ? MINUS : "";
        double size = Math.abs(value);
        int exponent = (int) Math.floor(Math.log10(size));
        if (exponent < -4 || exponent > 9) {
            double mantissa = size / Math.pow(10, exponent);
            String text = decimals(mantissa, digits - 1);
            if (text.equals("10")) {
                return sign + "1e" + (exponent + 1);
            }
            return sign + text + "e" + exponent;
        }
        return sign + decimals(size, Math.max(0, digits - 1 - exponent));
    }

    /** A share as a percentage with some significant digits. */
    public static String percent(double share, int digits) {
        return significant(100 * share, digits) + "%";
    }

    private static String decimals(double size, int places) {
        double scale = Math.pow(10, places);
        long scaled = Math.round(size * scale);
        long whole = scaled / (long) scale;
        long fraction = scaled % (long) scale;
        String text = thousands(whole);
        if (fraction == 0) {
            return text;
        }
        String digits = Long.toString(fraction);
        StringBuilder out = new StringBuilder(text).append('.');
        for (int i = digits.length(); i < places; i++) {
            out.append('0');
        }
        out.append(digits);
        int end = out.length();
        while (out.charAt(end - 1) == '0') {
            end--;
        }
        return out.substring(0, end);
    }

    private static String thousands(long whole) {
        String digits = Long.toString(whole);
        if (digits.length() <= 4) {
            return digits;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                out.append(',');
            }
            out.append(digits.charAt(i));
        }
        return out.toString();
    }
}
