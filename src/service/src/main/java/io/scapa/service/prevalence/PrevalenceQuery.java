package io.scapa.service.prevalence;

import io.scapa.detection.prevalence.Dimension;
import io.scapa.detection.prevalence.SourceShift;
import io.scapa.detection.prevalence.Weighting;
import io.scapa.service.problem.Fault;
import io.scapa.service.problem.Problem;
import io.scapa.service.problem.ProblemException;
import io.scapa.statistics.prevalence.LogOddsCalibration;
import io.scapa.statistics.prevalence.PrevalenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which shares to estimate.
 *
 * @param by what groups are told apart by; empty for the whole only
 * @param source only what was seen in this source, or null for all
 * @param weighting what the shares are of
 * @param confidence of the limits
 */
record PrevalenceQuery(List<Dimension> by, @Nullable String source, Weighting weighting, double confidence) {
    private static final double STANDARD_CONFIDENCE = 0.95;

    /** @throws ProblemException with every parameter that is wrong */
    static PrevalenceQuery read(
            @Nullable String by, @Nullable String source, @Nullable String shareOf, @Nullable String confidence) {
        List<Fault> faults = new ArrayList<>();
        PrevalenceQuery query = new PrevalenceQuery(
                parse("by", by, "some of source,month,lang, each once", Dimension::parse, List.of(), faults),
                source == null || source.isEmpty() ? null : source,
                parse(
                        "shareOf",
                        shareOf,
                        "documents or tokens",
                        word -> Weighting.valueOf(word.toUpperCase(Locale.ROOT)),
                        Weighting.DOCUMENTS,
                        faults),
                parse(
                        "confidence",
                        confidence,
                        "a number over 0.5 and under 1",
                        PrevalenceQuery::confidence,
                        STANDARD_CONFIDENCE,
                        faults));
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badInput(faults));
        }
        return query;
    }

    private static <T> T parse(
            String name,
            @Nullable String value,
            String expectation,
            Function<String, T> parser,
            T otherwise,
            List<Fault> faults) {
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            faults.add(Fault.of(name, expectation, value));
            return otherwise;
        }
    }

    private static double confidence(String text) {
        double value = Double.parseDouble(text);
        if (!(value > 0.5 && value < 1)) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    /** How to estimate; without audited labels the limits allow for a detector whose calibration is off on these texts. */
    PrevalenceOptions options() {
        return PrevalenceOptions.standard()
                .withConfidence(confidence)
                .with(LogOddsCalibration.asStated(SourceShift.STANDARD_DEVIATION));
    }
}
