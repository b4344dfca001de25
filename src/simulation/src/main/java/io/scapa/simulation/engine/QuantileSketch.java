package io.scapa.simulation.engine;

/**
 * Quantiles of a stream in fixed memory: counts in buckets that are cut from the bits of the number, 32 per doubling, so
 * that a quantile is right within 3% of its value before interpolation and well within 1% after. Magnitudes below 2^-200 count as zero.
 * Counts add without order: the sketch of many chunks is the same whichever comes first.
 */
public final class QuantileSketch {
    private static final int BITS = 5;
    private static final int SHIFT = 52 - BITS;
    private static final long BASE = (long) (1023 - 200) << BITS;
    private static final int BASE_INT = (int) BASE;
    /** The bucket of infinity. */
    private static final int NOT_FINITE = (int) ((2047L << BITS) - BASE);

    private final Side negative = new Side();
    private final Side positive = new Side();
    private final Side[] sides = {positive, negative};
    private long zeros;
    private long notNumbers;

    /** Counts by magnitude; the array covers what is used, so that narrow streams stay small. */
    private static final class Side {
        private int[] counts = new int[0];
        private int first;
        private long total;

        void add(int magnitude) {
            int index = magnitude - first;
            if (index < 0 || index >= counts.length) {
                grow(magnitude);
                index = magnitude - first;
            }
            counts[index]++;
            total++;
        }

        private void grow(int magnitude) {
            int room = 24;
            int from = Math.max(0, counts.length == 0 ? magnitude - room : Math.min(first, magnitude - room));
            int to = Math.max(first + counts.length, Math.min(NOT_FINITE + 1, magnitude + room));
            int[] larger = new int[to - from];
            System.arraycopy(counts, 0, larger, counts.length == 0 ? 0 : first - from, counts.length);
            counts = larger;
            first = from;
        }

        /** The magnitude below which {@code rank} of the counts lie. */
        double magnitude(double rank) {
            long before = 0;
            int last = 0;
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    if (before + counts[i] >= rank) {
                        return within(i + first, (rank - before) / counts[i]);
                    }
                    before += counts[i];
                    last = i;
                }
            }
            return within(last + first, 1);
        }

        double countBelow(double magnitude) {
            int wanted = bucket(magnitude);
            double sum = 0;
            for (int i = 0; i < counts.length && i + first < wanted; i++) {
                sum += counts[i];
            }
            int index = wanted - first;
            if (index >= 0 && index < counts.length) {
                double low = edge(wanted);
                sum += counts[index] * Math.max(0, Math.min(1, (magnitude - low) / (edge(wanted + 1) - low)));
            }
            return sum;
        }
    }

    void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int bucket = (int) (((bits & Long.MAX_VALUE) >>> SHIFT) - BASE);
        if (bucket < 0 || bucket >= NOT_FINITE) {
            addOdd(value);
        } else {
            // The sign picks the side by index: a branch on it would be mispredicted half of the time.
            sides[(int) (bits >>> 63)].add(bucket);
        }
    }

    /** Adds {@code n} values from a place on: the same as one by one, but nothing is looked up twice. */
    void add(double[] values, int from, int n) {
        int[] positives = positive.counts;
        int[] negatives = negative.counts;
        int firstPositive = positive.first + BASE_INT;
        int firstNegative = negative.first + BASE_INT;
        int below = 0;
        int others = 0;
        for (int i = 0; i < n; i++) {
            long bits = Double.doubleToRawLongBits(values[from + i]);
            int sign = (int) (bits >>> 63);
            // The sign picks the side without a branch, which would be mispredicted half of the time.
            int[] counts = sign == 0 ? positives : negatives;
            int index = (int) ((bits & Long.MAX_VALUE) >>> SHIFT) - (sign == 0 ? firstPositive : firstNegative);
            if (Integer.compareUnsigned(index, counts.length) < 0) {
                counts[index]++;
                below += sign;
            } else {
                others++;
                add(values[from + i]);
                positives = positive.counts;
                negatives = negative.counts;
                firstPositive = positive.first + BASE_INT;
                firstNegative = negative.first + BASE_INT;
            }
        }
        positive.total += n - others - below;
        negative.total += below;
    }

    private void addOdd(double value) {
        if (value != value) {
            notNumbers++;
        } else if (Double.isInfinite(value)) {
            (value > 0 ? positive : negative).add(NOT_FINITE);
        } else {
            zeros++;
        }
    }

    private static int bucket(double magnitude) {
        return (int) ((Double.doubleToRawLongBits(magnitude) >>> SHIFT) - BASE);
    }

    private static double edge(int bucket) {
        return Double.longBitsToDouble((bucket + BASE) << SHIFT);
    }

    private static double within(int bucket, double share) {
        double low = edge(bucket);
        return low + Math.max(0, Math.min(1, share)) * (edge(bucket + 1) - low);
    }

    /**
     * The value below which a share of the stream lies, interpolated inside its bucket.
     *
     * @param share from 0 to 1
     * @return NaN for an empty stream
     */
    public double quantile(double share) {
        long total = total();
        if (total == 0) {
            return Double.NaN;
        }
        double rank = share * (total - 1) + 0.5;
        if (rank <= negative.total) {
            return -negative.magnitude(negative.total - rank);
        }
        if (rank <= negative.total + zeros) {
            return 0;
        }
        return positive.magnitude(rank - negative.total - zeros);
    }

    /** The share of the stream below a value, interpolated inside its bucket. */
    public double shareBelow(double value) {
        double below = value < 0
                ? negative.total - negative.countBelow(-value)
                : negative.total + (value > 0 ? zeros + positive.countBelow(value) : 0);
        return below / total();
    }

    /** Numbers counted. */
    public long total() {
        return negative.total + zeros + positive.total;
    }

    /** How many values were not numbers. */
    public long notNumbers() {
        return notNumbers;
    }

    void write(java.io.DataOutput out) throws java.io.IOException {
        out.writeLong(zeros);
        out.writeLong(notNumbers);
        for (Side side : sides) {
            out.writeLong(side.total);
            out.writeInt(side.first);
            out.writeInt(side.counts.length);
            for (int count : side.counts) {
                out.writeInt(count);
            }
        }
    }

    void read(java.io.DataInput in) throws java.io.IOException {
        zeros = in.readLong();
        notNumbers = in.readLong();
        for (Side side : sides) {
            side.total = in.readLong();
            side.first = in.readInt();
            int length = in.readInt();
            if (length < 0 || length > NOT_FINITE + 64) {
                throw new java.io.IOException("a sketch of " + length + " buckets");
            }
            side.counts = new int[length];
            for (int i = 0; i < length; i++) {
                side.counts[i] = in.readInt();
            }
        }
    }
}
