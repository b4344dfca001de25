package io.scapa.simulation.engine;

/**
 * Quantiles of a stream in fixed memory: counts in buckets that are cut from the bits of the number, 64 per doubling, so
 * that a quantile is right within 0.8% of its value (half that after interpolation). Counts add without order: the sketch
 * of many chunks is the same whichever comes first.
 */
public final class QuantileSketch {
    private static final int BITS = 6;
    private static final int SHIFT = 52 - BITS;
    /** Smallest and largest magnitude told apart: 2^-48 and 2^80. */
    private static final int LOW_EXPONENT = -48;

    private static final int HIGH_EXPONENT = 80;
    private static final long BASE = (long) (LOW_EXPONENT + 1023) << BITS;
    private static final int HALF = (HIGH_EXPONENT - LOW_EXPONENT) << BITS;

    /** Counts from the first used bucket on; grows to what is used, so that narrow streams stay small. */
    private int[] counts = new int[0];

    private int first;
    private long total;
    private long notNumbers;

    void add(double value) {
        if (value != value) {
            notNumbers++;
            return;
        }
        int bucket = bucket(value) - first;
        if (bucket < 0 || bucket >= counts.length) {
            bucket = grow(bucket + first) - first;
        }
        counts[bucket]++;
        total++;
    }

    private int grow(int bucket) {
        int room = 32;
        if (counts.length == 0) {
            first = bucket - room;
            counts = new int[2 * room];
            return bucket;
        }
        int from = Math.min(first, bucket - room);
        int to = Math.max(first + counts.length, bucket + room);
        int[] larger = new int[to - from];
        System.arraycopy(counts, 0, larger, first - from, counts.length);
        counts = larger;
        first = from;
        return bucket;
    }

    /** Buckets in the order of the numbers: negative magnitudes mirrored below 0, zero at 0. */
    private static int bucket(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int magnitude = (int) Math.max(0, Math.min(HALF, ((bits & Long.MAX_VALUE) >>> SHIFT) - BASE + 1));
        return bits < 0 ? -magnitude : magnitude;
    }

    /** Lower end of a bucket of positive magnitude. */
    private static double edge(int magnitude) {
        return magnitude <= 0 ? 0 : Double.longBitsToDouble((magnitude - 1 + BASE) << SHIFT);
    }

    /**
     * The value below which a share of the stream lies, interpolated inside its bucket.
     *
     * @param share from 0 to 1
     * @return NaN for an empty stream
     */
    public double quantile(double share) {
        if (total == 0) {
            return Double.NaN;
        }
        double rank = share * (total - 1) + 0.5;
        long before = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && before + counts[i] >= rank) {
                double within = Math.max(0, Math.min(1, (rank - before) / counts[i]));
                return inside(i + first, within);
            }
            before += counts[i];
        }
        return inside(counts.length - 1 + first, 1);
    }

    private static double inside(int bucket, double within) {
        if (bucket == 0) {
            return 0;
        }
        int magnitude = Math.abs(bucket);
        double low = edge(magnitude);
        double high = edge(magnitude + 1);
        return bucket > 0 ? low + within * (high - low) : -(high - within * (high - low));
    }

    /** The share of the stream below a value, interpolated inside its bucket. */
    public double shareBelow(double value) {
        int wanted = bucket(value);
        long before = 0;
        for (int i = 0; i < counts.length && i + first < wanted; i++) {
            before += counts[i];
        }
        int index = wanted - first;
        double part = 0;
        if (index >= 0 && index < counts.length && wanted != 0) {
            double low = inside(wanted, 0);
            double high = inside(wanted, 1);
            part = counts[index] * Math.max(0, Math.min(1, (value - low) / (high - low)));
        }
        return total == 0 ? Double.NaN : (before + part) / total;
    }

    /** Numbers counted. */
    public long total() {
        return total;
    }

    /** How many values were not numbers. */
    public long notNumbers() {
        return notNumbers;
    }

    int first() {
        return first;
    }

    int[] counts() {
        return counts;
    }

    void restore(int from, int[] saved, long numbers, long others) {
        first = from;
        counts = saved;
        total = numbers;
        notNumbers = others;
    }
}
