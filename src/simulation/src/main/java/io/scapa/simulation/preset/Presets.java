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
        presets.put("shumailov-gauss", GaussianPresets::shumailov);
        presets.put("poly-blog", BlogPresets::polynomial);
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
