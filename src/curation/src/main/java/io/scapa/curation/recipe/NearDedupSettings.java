package io.scapa.curation.recipe;

/**
 * When two texts are nearly the same, and how such pairs are looked for: MinHash with locality-sensitive hashing (A. Broder, "On
 * the resemblance and containment of documents", 1997; J. Leskovec, A. Rajaraman, J. Ullman, "Mining of Massive Datasets",
 * section 3.4). A pair of Jaccard similarity s is looked at with probability {@code 1 - (1 - s^rows)^bands}.
 *
 * @param jaccard the least similarity of two sets of word shingles that counts as near, in (0, 1]
 * @param words words per shingle, 1 or more
 * @param bands how many bands a signature has, 1 or more
 * @param rows how many hashes a band has, 1 or more
 * @param maxCluster the greatest number of documents that one survivor stands for
 */
public record NearDedupSettings(double jaccard, int words, int bands, int rows, int maxCluster) {
    public NearDedupSettings {
        if (!(jaccard > 0 && jaccard <= 1)) {
            throw new IllegalArgumentException("a Jaccard threshold lies in (0, 1], got " + jaccard);
        }
        if (words < 1 || bands < 1 || rows < 1 || maxCluster < 1) {
            throw new IllegalArgumentException("words, bands, rows and maxCluster are 1 or more, got " + words + ", "
                    + bands + ", " + rows + ", " + maxCluster);
        }
    }

    /** Five-word shingles, similarity 0.8, 20 bands of 6: such a pair is missed once in 430. */
    public static NearDedupSettings standard() {
        return new NearDedupSettings(0.8, 5, 20, 6, 10_000);
    }

    /** The probability that a pair of some similarity is looked at. */
    public double recall(double similarity) {
        return 1 - Math.pow(1 - Math.pow(similarity, rows), bands);
    }
}
