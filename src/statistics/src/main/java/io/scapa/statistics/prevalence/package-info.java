/**
 * What share of a pool of documents is synthetic, and how sure that is. Detector scores alone give a share that is biased
 * by whatever the calibration got wrong; a few audited documents measure that bias. The package prefers, in this order:
 * prediction-powered inference on audited labels, then maximum likelihood under label shift or adjusted counts, each
 * widened by what is known of the calibration. Naive counting is here only so that its coverage can be shown.
 *
 * <pre>{@code
 * ScorePool pool = ScorePool.of(probabilities);
 * PredictionPoweredMean share = PredictionPoweredMean.of(pool, audited);
 * double atMost = share.upper(0.95);
 * }</pre>
 */
@NullMarked
package io.scapa.statistics.prevalence;

import org.jspecify.annotations.NullMarked;
