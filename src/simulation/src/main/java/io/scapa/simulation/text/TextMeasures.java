package io.scapa.simulation.text;

import java.util.zip.Deflater;

/** What a generation's text still holds of the real text: rare words, diversity, copying. Reads only, one pass each. */
final class TextMeasures {
    private static final int COPIED_WORDS = 8;
    private static final int BLEU_SENTENCES = 120;

    private final int vocabularySize;
    private final double[] real;
    private final boolean[] tail;
    private final int tailTypes;
    private final int types;
    private final NgramSet copied;

    TextMeasures(Tokens train, int vocabularySize) {
        this.vocabularySize = vocabularySize;
        int[] counts = counts(train, train.size());
        real = new double[vocabularySize];
        tail = new boolean[vocabularySize];
        int rare = 0;
        int seen = 0;
        for (int w = 0; w < vocabularySize; w++) {
            real[w] = counts[w] / (double) train.size();
            tail[w] = counts[w] == 1 || counts[w] == 2;
            rare += tail[w] ? 1 : 0;
            seen += counts[w] > 0 ? 1 : 0;
        }
        tailTypes = rare;
        types = seen;
        copied = NgramSet.of(train, train.size(), COPIED_WORDS);
    }

    private int[] counts(Tokens data, int limit) {
        int[] counts = new int[vocabularySize];
        for (int i = 0; i < limit; i++) {
            counts[data.get(i)]++;
        }
        return counts;
    }

    /**
     * Measures a text.
     *
     * @param equal tokens that diversity is measured on, so that accumulated data do not look poorer for being longer:
     *     sentences at even distances through all of it
     * @param out receives, from {@code at} on: tail survival, vocabulary, entropy, distinct-1, distinct-2, distinct-3, KL,
     *     JS, self-BLEU, compression, copied 8-grams
     */
    void measure(Tokens data, int equal, double[] out, int at) {
        int[] counts = counts(data, data.size());
        Tokens sample = data.evenly(equal);
        int limit = Math.min(equal, sample.size());
        out[at] = tailTypes == 0 ? Double.NaN : survivingTail(counts) / (double) tailTypes;
        out[at + 1] = vocabulary(counts) / (double) types;
        out[at + 2] = entropy(counts, data.size());
        out[at + 3] = vocabulary(counts(sample, limit)) / (double) limit;
        out[at + 4] = NgramSet.of(sample, limit, 2).size() / (double) limit;
        out[at + 5] = NgramSet.of(sample, limit, 3).size() / (double) limit;
        divergences(counts, data.size(), out, at + 6);
        out[at + 8] = SelfBleu.of(sample, BLEU_SENTENCES);
        out[at + 9] = compression(sample, limit);
        out[at + 10] = copied.shareOf(sample, limit, COPIED_WORDS);
    }

    private int survivingTail(int[] counts) {
        int alive = 0;
        for (int w = 0; w < counts.length; w++) {
            alive += tail[w] && counts[w] > 0 ? 1 : 0;
        }
        return alive;
    }

    private static int vocabulary(int[] counts) {
        int alive = 0;
        for (int count : counts) {
            alive += count > 0 ? 1 : 0;
        }
        return alive;
    }

    /** Entropy of the words in bits. */
    private static double entropy(int[] counts, double total) {
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                bits -= count / total * Math.log(count / total);
            }
        }
        return bits / Math.log(2);
    }

    /** KL of the real words to these with half a count added to every word, and Jensen-Shannon, in bits. */
    private void divergences(int[] counts, double total, double[] out, int at) {
        double kl = 0;
        double js = 0;
        double smoothed = total + 0.5 * vocabularySize;
        for (int w = 0; w < vocabularySize; w++) {
            double p = real[w];
            double q = counts[w] / total;
            double middle = (p + q) / 2;
            if (p > 0) {
                kl += p * Math.log(p / ((counts[w] + 0.5) / smoothed));
                js += p * Math.log(p / middle) / 2;
            }
            if (q > 0) {
                js += q * Math.log(q / middle) / 2;
            }
        }
        out[at] = kl / Math.log(2);
        out[at + 1] = js / Math.log(2);
    }

    /** Deflated size over plain size of the word numbers, three bytes each. */
    private static double compression(Tokens data, int limit) {
        byte[] bytes = new byte[3 * Math.min(limit, 200_000)];
        for (int i = 0; 3 * i < bytes.length; i++) {
            int id = data.get(i);
            bytes[3 * i] = (byte) (id >> 16);
            bytes[3 * i + 1] = (byte) (id >> 8);
            bytes[3 * i + 2] = (byte) id;
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] sink = new byte[1 << 16];
        long size = 0;
        while (!deflater.finished()) {
            size += deflater.deflate(sink);
        }
        deflater.end();
        return size / (double) Math.max(1, bytes.length);
    }
}
