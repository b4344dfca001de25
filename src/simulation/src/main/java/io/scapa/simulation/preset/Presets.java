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

    /** Presets on material that the user brings, with what each of them is about. */
    private static Map<String, MaterialPreset> onMaterial() {
        Map<String, MaterialPreset> presets = new LinkedHashMap<>();
        presets.put("shumailov-vae", ImagePresets.shumailov());
        presets.put("gerstgrasser-vae", ImagePresets.gerstgrasser());
        presets.put("shumailov-opt-0", TextPresets.replaced());
        presets.put("shumailov-opt-10", TextPresets.tenthKept());
        presets.put("gerstgrasser-lm", TextPresets.gerstgrasser());
        presets.put("suresh-bigram", TextPresets.suresh());
        presets.put("drayson-text", TextPresets.drayson());
        return presets;
    }

    /** Names of presets that need pictures or a corpus, each with what it is about and needs. */
    public static Map<String, String> namesOnMaterial() {
        Map<String, String> names = new LinkedHashMap<>();
        onMaterial()
                .forEach((name, preset) ->
                        names.put(name, preset.title() + " (" + preset.need().option() + ")"));
        return names;
    }

    /** All names of presets that need no material, in the order of registration. */
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
     * @throws ScenarioException where there is none, or where it needs material; the message says which
     */
    public static Preset named(String name) {
        return named(name, Material.NONE);
    }

    /**
     * A preset by its name, on material where it needs some.
     *
     * @throws ScenarioException where there is none, or where the material that it needs is missing; the message says which
     */
    public static Preset named(String name, Material material) {
        MaterialPreset onMaterial = onMaterial().get(name);
        if (onMaterial != null) {
            return onMaterial.on(name, material);
        }
        Supplier<Preset> preset = registered().get(name);
        if (preset == null) {
            throw new ScenarioException(
                    "preset",
                    "unknown preset '" + name + "', expected one of " + String.join(", ", names()) + ", "
                            + String.join(", ", onMaterial().keySet()));
        }
        return preset.get();
    }
}
