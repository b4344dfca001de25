package io.scapa.simulation.scenario;

import io.scapa.simulation.Family;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.categorical.CategoricalFamily;
import io.scapa.simulation.family.categorical.SymbolLaw;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.family.images.ImageFamily;
import io.scapa.simulation.family.regression.LinearRegressionFamily;
import io.scapa.simulation.family.regression.PolynomialFamily;
import io.scapa.simulation.family.regression.Target;
import io.scapa.simulation.family.rows.GaussianLearner;
import io.scapa.simulation.family.rows.KernelLearner;
import io.scapa.simulation.family.rows.MixtureLearner;
import io.scapa.simulation.family.rows.RowFamily;
import io.scapa.simulation.preset.Material;
import io.scapa.simulation.text.Decoding;
import io.scapa.simulation.text.NgramFamily;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The model families by name. */
final class FamilyReader {
    private FamilyReader() {}

    /** Registration: one line per family. */
    private static Map<String, Function<Fields, Family>> registered(Material material) {
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
        families.put("bernoulli", fields -> {
            double p = fields.number("p", 0.2);
            if (!(p > 0 && p <= 0.5)) {
                throw fields.fault("p", "expected the rarer outcome's probability in (0, 0.5], got " + p);
            }
            return new CategoricalFamily(new SymbolLaw(2, Math.log((1 - p) / p) / Math.log(2), 0));
        });
        families.put("gaussian-nd", fields -> {
            int d = fields.whole("dimensions", 7);
            return new RowFamily(
                    "gaussian-nd",
                    new GaussianLearner(d, fields.choice("estimator", Estimator.values(), Estimator.MLE)),
                    d + 2);
        });
        families.put(
                "gaussian-mixture",
                fields -> new RowFamily(
                        "gaussian-mixture",
                        new MixtureLearner(fields.whole("components", 2), fields.number("separation", 4)),
                        10));
        families.put(
                "kernel-density",
                fields -> new RowFamily("kernel-density", new KernelLearner(fields.number("bandwidth", 0.2)), 5));
        families.put("ngram", fields -> ngram(fields, material));
        families.put("images", fields -> images(fields, material));
        return families;
    }

    private static Family ngram(Fields fields, Material material) {
        if (material.corpus() == null) {
            throw fields.fault(
                    "type",
                    "ngram needs a corpus, and none is here: --corpus FILE... takes documents of your own, --corpus sotu the"
                            + " one that 'datasets fetch sotu' brings");
        }
        Decoding decoding = fields.has("decoding") ? decoding(fields.object("decoding")) : Decoding.PLAIN;
        return new NgramFamily(
                material.corpus(),
                fields.choice("learner", NgramFamily.Learner.values(), NgramFamily.Learner.COUNTS),
                decoding);
    }

    private static Decoding decoding(Fields fields) {
        Decoding decoding =
                new Decoding(fields.number("temperature", 1), fields.whole("topK", 0), fields.number("topP", 1));
        fields.done();
        return decoding;
    }

    private static Family images(Fields fields, Material material) {
        if (material.images() == null) {
            throw fields.fault(
                    "type",
                    "images needs pictures, and none are here: --images DIR takes a folder of your own, --images digits those"
                            + " that 'datasets fetch digits' brings");
        }
        return new ImageFamily(material.images(), fields.whole("components", 20), fields.flag("noisy", true));
    }

    static Family read(Fields fields, Material material) {
        Map<String, Function<Fields, Family>> families = registered(material);
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
