package io.scapa.detection.evaluation;

/**
 * Synthetic texts before and after an attack, index by index.
 *
 * @param attack name of what was done
 * @param clean scores before
 * @param attacked scores after
 * @param folds each text's fold, as in {@link JudgedText}
 */
public record AttackScores(String attack, double[] clean, double[] attacked, int[] folds) {}
