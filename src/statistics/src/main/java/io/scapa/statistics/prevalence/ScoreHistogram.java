package io.scapa.statistics.prevalence;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The scores of any number of documents in bounded memory: counts and sizes by log-odds, in bins of {@value #WIDTH} from
 * -{@value #REACH} to {@value #REACH}, in pages that are made when a score needs them: 16 kB at most, some 3 kB for a
 * hundred documents. Prevalence loses nothing by it that matters: a bin's scores differ by at most
 * 0.0125 in probability. Histograms of parts add up to the histogram of the whole, whatever the order.
 */
public final class ScoreHistogram {
    static final double WIDTH = 0.05;
    static final int REACH = 16;
    private static final int BINS = (int) Math.round(2 * REACH / WIDTH);

    private static final int PAGE = 32;

    private final @Nullable Page[] pages = new Page[BINS / PAGE];
    private long total;

    /** The histogram of these scores, each document counting once. */
    public static ScoreHistogram of(double[] scores) {
        ScoreHistogram histogram = new ScoreHistogram();
        for (double score : scores) {
            histogram.add(score, 1);
        }
        return histogram;
    }

    /**
     * Counts one document.
     *
     * @param score its P(synthetic), in [0, 1]; beyond the reach it counts in the last bin
     * @param size what it counts for, over 0
     * @throws IllegalArgumentException where either is out of range
     */
    public void add(double score, double size) {
        if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a document's size is over 0, got " + size);
        }
        int bin = bin(score);
        Page page = page(bin / PAGE);
        page.documents[bin % PAGE]++;
        page.sizes[bin % PAGE] += size;
        page.squaredSizes[bin % PAGE] += size * size;
        total++;
    }

    /** Adds another histogram's counts. */
    public void addAll(ScoreHistogram other) {
        for (int p = 0; p < pages.length; p++) {
            Page added = other.pages[p];
            if (added != null) {
                page(p).addAll(added);
            }
        }
        total += other.total;
    }

    /** How many documents were counted. */
    public long documents() {
        return total;
    }

    /** The sum of their sizes. */
    public double totalSize() {
        return sum(page -> page.sizes);
    }

    /**
     * How many documents of one size would tell as much: (sum of sizes)^2 / sum of squared sizes (L. Kish, "Survey
     * Sampling", 1965, section 11.7).
     */
    public double effectiveDocuments() {
        double size = totalSize();
        return total == 0 ? 0 : size * size / sum(page -> page.squaredSizes);
    }

    /** How many documents score at or above a threshold, which is moved to the nearest border of two bins. */
    public long countFrom(double threshold) {
        int from = Math.clamp(Math.round((logOdds(threshold) + REACH) / WIDTH), 0, BINS);
        long count = 0;
        for (int b = from; b < BINS; b++) {
            Page page = pages[b / PAGE];
            count += page == null ? 0 : page.documents[b % PAGE];
        }
        return count;
    }

    /**
     * The pool of these documents with the scores moved from one prior to another.
     *
     * @throws IllegalArgumentException where nothing was counted
     */
    public ScorePool pool(double fromPrior, double toPrior) {
        double size = totalSize();
        double score = 0;
        double squared = 0;
        for (int b = 0; b < BINS; b++) {
            double f = moved(centre(b), fromPrior, toPrior);
            score += size(b) * f;
            squared += size(b) * f * f;
        }
        double mean = total == 0 ? 0 : Math.clamp(score / size, 0, 1);
        double variance = total == 0 ? 0 : Math.max(0, squared / size - mean * mean);
        return new ScorePool(total, size, mean, variance, sum(page -> page.squaredSizes) / size);
    }

    /** An audited document with its score as {@link #pool} has it: the centre of its bin, moved to the other prior. */
    public static AuditedDocument moved(AuditedDocument document, double fromPrior, double toPrior) {
        double score = moved(centre(bin(document.score())), fromPrior, toPrior);
        return new AuditedDocument(score, document.label(), document.size());
    }

    int bins() {
        return BINS;
    }

    /** The size in a bin. */
    double size(int bin) {
        Page page = pages[bin / PAGE];
        return page == null ? 0 : page.sizes[bin % PAGE];
    }

    /** The log-odds in the middle of a bin. */
    static double centre(int bin) {
        return (bin + 0.5) * WIDTH - REACH;
    }

    static double logOdds(double probability) {
        return Math.log(probability) - Math.log1p(-probability);
    }

    static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static double moved(double logOdds, double fromPrior, double toPrior) {
        return logistic(logOdds - logOdds(fromPrior) + logOdds(toPrior));
    }

    private static int bin(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score lies in [0, 1], got " + score);
        }
        return (int) Math.clamp(Math.floor((logOdds(score) + REACH) / WIDTH + 1e-9), 0, BINS - 1);
    }

    private Page page(int index) {
        Page page = pages[index];
        if (page == null) {
            page = new Page();
            pages[index] = page;
        }
        return page;
    }

    private double sum(Function<Page, double[]> column) {
        double sum = 0;
        for (Page page : pages) {
            if (page != null) {
                for (double value : column.apply(page)) {
                    sum += value;
                }
            }
        }
        return sum;
    }

    private static final class Page {
        private final long[] documents = new long[PAGE];
        private final double[] sizes = new double[PAGE];
        private final double[] squaredSizes = new double[PAGE];

        void addAll(Page other) {
            for (int i = 0; i < PAGE; i++) {
                documents[i] += other.documents[i];
                sizes[i] += other.sizes[i];
                squaredSizes[i] += other.squaredSizes[i];
            }
        }
    }
}
