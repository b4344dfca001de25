package io.scapa.simulation.preset;

import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import java.util.List;
import java.util.function.Function;

/**
 * A preset that is made when its material is there.
 *
 * @param title one line
 * @param source where it was published
 * @param published what was claimed there
 * @param standsFor what it stands in for
 * @param need what it needs
 * @param runs scenarios and pictures, from the material
 */
record MaterialPreset(
        String title,
        String source,
        String published,
        String standsFor,
        Material.Need need,
        Function<Material, Runs> runs) {
    /** What is made of the material. */
    record Runs(List<Scenario> scenarios, Preset.Pictures pictures) {}

    /** @throws ScenarioException where the material is missing */
    Preset on(String name, Material material) {
        boolean missing = need == Material.Need.IMAGES ? material.images() == null : material.corpus() == null;
        if (missing) {
            throw new ScenarioException(
                    "preset",
                    need == Material.Need.IMAGES
                            ? name
                                    + " needs pictures, and none are here: 'datasets fetch digits' brings a digits set by name,"
                                    + " --images DIR takes a folder of your own"
                            : name + " needs a corpus, and none is here: --corpus FILE... takes documents of your own,"
                                    + " --corpus sotu the one that 'datasets fetch sotu' brings");
        }
        Runs made = runs.apply(material);
        Preset.Reading reading = need == Material.Need.CORPUS ? Reading::ofText : Reading::ofLast;
        return new Preset(name, title, source, published, standsFor, made.scenarios(), made.pictures(), reading);
    }
}
