package io.scapa.detection.evaluation;

/**
 * A labelled text with what a detector says of it.
 *
 * @param text the text's labels and its score, a log likelihood ratio; a detector that abstains gives none
 * @param fold which texts its detector was kept from: texts of a fold were judged by one detector that saw none of them; 0 where
 *     one detector judges all
 * @param words its length
 * @param flagged whether the score lies over the detector's own threshold for the length
 */
public record JudgedText(ScoredDocument text, int fold, int words, boolean flagged) {
    /** The score; of a text without one, less than any. */
    public double score() {
        Double score = text.score();
        return score == null ? Double.NEGATIVE_INFINITY : score;
    }
}
