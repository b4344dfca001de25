package io.scapa.simulation.scenario;

import io.scapa.simulation.Handling;

/** Reads what happens to rows. */
final class HandlingReader {
    private HandlingReader() {}

    static Handling read(Fields fields) {
        Handling handling = new Handling(
                fields.number("contamination", 0),
                fields.number("drift", 0),
                fields.number("realWeight", Double.NaN),
                fields.number("samplingBias", 1),
                fields.has("detector") ? detector(fields.object("detector")) : null,
                fields.whole("bestOf", 1),
                fields.number("duplicates", 0),
                fields.number("editing", Double.NaN));
        fields.done();
        return handling;
    }

    private static Handling.Detector detector(Fields fields) {
        double falsePositives = fields.number("falsePositiveRate", 0);
        Handling.Detector detector = new Handling.Detector(
                fields.number("truePositiveRate", 0),
                falsePositives,
                fields.number("tailFalsePositiveRate", falsePositives),
                fields.choice("action", Handling.Action.values(), Handling.Action.REFILL),
                fields.number("bias", 10));
        fields.done();
        return detector;
    }
}
