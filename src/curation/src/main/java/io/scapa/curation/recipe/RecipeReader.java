package io.scapa.curation.recipe;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a recipe from YAML or JSON. Everything that is wrong is collected and thrown at once, each fault with the path of
 * its field, the line where the file gives one, what was expected and what stands there.
 */
public final class RecipeReader {
    /** Tolerance of a target that states none. */
    public static final double DEFAULT_TOLERANCE = 0.02;

    private static final List<String> TOKENIZERS = List.of("cl100k_base", "o200k_base", "p50k_base", "r50k_base");
    private static final long MAX_TOKENS = 1_000_000_000_000_000L;

    private final List<RecipeFault> faults = new ArrayList<>();
    private final LocatedTree tree;

    private RecipeReader(LocatedTree tree) {
        this.tree = tree;
    }

    /**
     * Reads a recipe.
     *
     * @param yamlOrJson the whole document
     * @throws RecipeException with every fault
     */
    public static Recipe read(String yamlOrJson) {
        RecipeReader reader = new RecipeReader(LocatedTree.read(yamlOrJson));
        Recipe recipe = reader.recipe();
        if (!reader.faults.isEmpty()) {
            throw new RecipeException(reader.faults);
        }
        return recipe;
    }

    /**
     * Reads a recipe from a file in UTF-8.
     *
     * @throws RecipeException with every fault
     * @throws IOException where the file cannot be read
     */
    public static Recipe read(Path file) throws IOException {
        try {
            return read(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new RecipeException(List.of(new RecipeFault("", "UTF-8", "bytes that are not UTF-8", null)));
        }
    }

    private Recipe recipe() {
        Fields fields = new Fields(tree, "", tree.root(), faults);
        Recipe recipe = new Recipe(
                fields.text("name", null),
                fields.text("description", ""),
                fields.text("license", "unknown"),
                DatasetFields.creator(fields),
                fields.text("url", "urn:scapa:dataset"),
                fields.text("version", "1.0.0"),
                fields.choice("tokenizer", words(TOKENIZERS), "cl100k_base"),
                fields.integer("tokens", 1, MAX_TOKENS, null),
                MixtureFields.targets(fields),
                MixtureFields.limit(fields, "maxAlpha"),
                MixtureFields.limit(fields, "maxAlphaBeta"),
                fields.share("editedWeight", 1.0),
                StrataFields.sources(fields),
                StrataFields.strata(fields),
                (int) fields.integer("epochs", 1, 100, 4L),
                FilterFields.filters(fields),
                FilterFields.dedup(fields),
                FilterFields.nearDedup(fields),
                fields.share("lossAlarm", 0.5),
                fields.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE, 1L),
                fields.date("asOf"),
                DatasetFields.shards(fields),
                DatasetFields.collapse(fields),
                DatasetFields.previous(fields),
                fields.has("inputsSha256") ? fields.sha256("inputsSha256") : null,
                fields.has("remixOf") ? fields.sha256("remixOf") : null);
        fields.rejectUnknown();
        return recipe;
    }

    private static Map<String, String> words(List<String> words) {
        Map<String, String> map = new LinkedHashMap<>();
        words.forEach(word -> map.put(word, word));
        return map;
    }
}
