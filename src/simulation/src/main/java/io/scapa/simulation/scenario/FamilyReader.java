package io.scapa.simulation.scenario;

import io.scapa.simulation.Family;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.categorical.CategoricalFamily;
import io.scapa.simulation.family.categorical.SymbolLaw;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.family.regression.LinearRegressionFamily;
import io.scapa.simulation.family.regression.PolynomialFamily;
import io.scapa.simulation.family.regression.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The model families by name. */
final class FamilyReader {
    private FamilyReader() {}

    /** Registration: one line per family. */
    private static Map<String, Function<Fields, Family>> registered() {
        Map<String, Function<Fields, Family>> families = new LinkedHashMap<>();
        families.put(
                "gaussian",
                fields -> new GaussianFamily(
                        fields.choice("estimator", Estimator.values(), Estimator.UNBIASED),
                        fields.choice("sampling", GaussianFamily.Sampling.values(), GaussianFamily.Sampling.EXPLICIT)));
        families.put(
                "categorical",
                fields -> new CategoricalFamily(new SymbolLaw(
                        fields.whole("symbols", 1000), fields.number("exponent", 1), fields.number("shift", 0))));
        families.put(
                "linear-regression",
                fields -> new LinearRegressionFamily(fields.whole("features", 5), fields.number("noise", 1)));
        families.put(
                "polynomial-regression",
                fields -> new PolynomialFamily(
                        Target.of(fields.text("target", "cos")),
                        fields.whole("degree", 3),
                        fields.number("noise", 0.1)));
        return families;
    }

    static Family read(Fields fields) {
        Map<String, Function<Fields, Family>> families = registered();
        String type = fields.text("type", "");
        Function<Fields, Family> reader = families.get(type);
        if (reader == null) {
            throw fields.fault(
                    "type", "expected one of " + String.join(", ", families.keySet()) + ", got '" + type + "'");
        }
        Family family = reader.apply(fields);
        fields.done();
        return family;
    }
}
