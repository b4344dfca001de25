package io.scapa.simulation.preset;

import io.scapa.simulation.ScenarioException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The presets by name. */
public final class Presets {
    private Presets() {}

    /** Registration: one line per preset; nothing is built before it is asked for. */
    private static Map<String, Supplier<Preset>> registered() {
        Map<String, Supplier<Preset>> presets = new LinkedHashMap<>();
        presets.put("moore-blog", BlogPresets::moore);
        presets.put("poly-blog", BlogPresets::polynomial);
        presets.put("shumailov-gauss", GaussianPresets::shumailov);
        presets.put("shumailov-discrete", SymbolPresets::shumailov);
        presets.put("shumailov-gmm", RowPresets::shumailovMixture);
        presets.put("gerstgrasser-lr", RowPresets::gerstgrasser);
        presets.put("kazdan-gauss", RowPresets::kazdanGauss);
        presets.put("kazdan-kde", RowPresets::kazdanKernel);
        presets.put("kazdan-lr", RowPresets::kazdanRegression);
        presets.put("kazdan-discrete", SymbolPresets::kazdan);
        presets.put("mad-full", GaussianPresets::madFull);
        presets.put("mad-augment", GaussianPresets::madAugment);
        presets.put("mad-fresh", GaussianPresets::madFresh);
        presets.put("suresh-gauss", GaussianPresets::suresh);
        presets.put("suresh-bernoulli", SymbolPresets::sureshBernoulli);
        presets.put("suresh-zipf", SymbolPresets::sureshZipf);
        presets.put("suresh-gmm", RowPresets::sureshMixture);
        presets.put("seddik", SymbolPresets::seddik);
        presets.put("bakshi", SymbolPresets::bakshi);
        presets.put("dohmatob-tails", SymbolPresets::dohmatobTails);
        presets.put("feng-verify", HandlingPresets::feng);
        presets.put("ferbach-curated", HandlingPresets::ferbach);
        presets.put("selection", HandlingPresets::selection);
        presets.put("he-golden", HandlingPresets::heGolden);
        presets.put("drayson-detect", HandlingPresets::drayson);
        presets.put("jangjoo-roudi", GaussianPresets::singlePoint);
        presets.put("zhu-toedit", GaussianPresets::tokenEditing);
        presets.put("capped-accumulate", GaussianPresets::cappedAccumulate);
        presets.put("contaminated-fresh", HandlingPresets::contaminated);
        presets.put("staleness", HandlingPresets::staleness);
        presets.put("duplicates", HandlingPresets::duplicates);
        return presets;
    }

    /** All names, in the order of registration. */
    public static List<String> names() {
        return List.copyOf(registered().keySet());
    }

    /** All presets. */
    public static List<Preset> all() {
        List<Preset> all = new ArrayList<>();
        registered().values().forEach(each -> all.add(each.get()));
        return all;
    }

    /**
     * A preset by its name.
     *
     * @throws ScenarioException where there is none; the message lists the known ones
     */
    public static Preset named(String name) {
        Supplier<Preset> preset = registered().get(name);
        if (preset == null) {
            throw new ScenarioException(
                    "preset", "unknown preset '" + name + "', expected one of " + String.join(", ", names()));
        }
        return preset.get();
    }
}
