package io.scapa.detection.classifier;

/**
 * Rows of some numbers each, to be added up by the hundred: 16-bit fixed point with a scale for each column, four numbers to a
 * {@code long}, so that up to eight columns lie in 16 bytes of one line of cache and four columns are added at once (Lamport 1975,
 * Multiple byte processing with full-word instructions). A number is off by at most a 65,534th of its column's greatest.
 * Immutable.
 */
final class PackedRows {
    private static final int LANE = 16;
    private static final int LANES = 4;
    private static final int BIAS = 1 << LANE - 1;

    /** Every other lane, each with room for the sum of {@link #MOST} numbers. */
    private static final long EVEN = 0x0000_ffff_0000_ffffL;

    private static final int MOST = 1 << LANE;

    private final int columns;
    private final int width;
    private final long[] packed;
    private final double[] scales;

    /**
     * Packs rows.
     *
     * @param numbers each column's, row by row; finite, all columns of one length
     */
    PackedRows(float[][] numbers) {
        columns = numbers.length;
        width = (columns + LANES - 1) / LANES;
        packed = new long[numbers[0].length * width];
        scales = new double[columns];
        for (int column = 0; column < columns; column++) {
            scales[column] = pack(numbers[column], column / LANES, column % LANES * LANE);
        }
    }

    /** Packs a column into the lane at a shift of a word of each row; its scale. */
    private double pack(float[] numbers, int word, int shift) {
        float greatest = 0;
        for (float number : numbers) {
            greatest = Math.max(greatest, Math.abs(number));
        }
        if (!Float.isFinite(greatest)) {
            throw new IllegalArgumentException("rows need finite numbers, got " + greatest);
        }
        double scale = greatest == 0 ? 1 : (double) greatest / (BIAS - 1);
        for (int row = 0; row < numbers.length; row++) {
            long code = Math.round(numbers[row] / scale) + BIAS;
            packed[row * width + word] |= code << shift;
        }
        return scale;
    }

    /**
     * The sums of some rows.
     *
     * @param rows the first {@code n} are added up
     * @param into gets the sum of each column
     */
    void sum(int[] rows, int n, double[] into) {
        for (int column = 0; column < columns; column++) {
            into[column] = 0;
        }
        for (int from = 0; from < n; from += MOST) {
            int to = Math.min(n, from + MOST);
            for (int word = 0; word < width; word += 2) {
                if (word + 1 < width) {
                    sumTwo(rows, from, to, word, into);
                } else {
                    sumOne(rows, from, to, word, into);
                }
            }
        }
    }

    private void sumTwo(int[] rows, int from, int to, int word, double[] into) {
        long evenA = 0;
        long oddA = 0;
        long evenB = 0;
        long oddB = 0;
        for (int i = from; i < to; i++) {
            int at = rows[i] * width + word;
            long a = packed[at];
            long b = packed[at + 1];
            evenA += a & EVEN;
            oddA += a >>> LANE & EVEN;
            evenB += b & EVEN;
            oddB += b >>> LANE & EVEN;
        }
        unpack(evenA, oddA, to - from, word, into);
        unpack(evenB, oddB, to - from, word + 1, into);
    }

    private void sumOne(int[] rows, int from, int to, int word, double[] into) {
        long even = 0;
        long odd = 0;
        for (int i = from; i < to; i++) {
            long a = packed[rows[i] * width + word];
            even += a & EVEN;
            odd += a >>> LANE & EVEN;
        }
        unpack(even, odd, to - from, word, into);
    }

    private void unpack(long even, long odd, int n, int word, double[] into) {
        long bias = (long) n * BIAS;
        for (int lane = 0; lane < LANES && word * LANES + lane < columns; lane++) {
            int column = word * LANES + lane;
            long pair = (lane & 1) == 0 ? even : odd;
            long sum = lane < 2 ? pair & 0xffff_ffffL : pair >>> Integer.SIZE;
            into[column] += (sum - bias) * scales[column];
        }
    }
}
