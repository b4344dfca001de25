package io.scapa.cli.curate;

import io.scapa.cli.InputException;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeException;
import io.scapa.curation.recipe.RecipeFault;
import io.scapa.curation.recipe.RecipeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads the file of a recipe for a command. */
public final class RecipeFile {
    private RecipeFile() {}

    /**
     * Reads a recipe.
     *
     * @throws InputException with every fault, each with its line
     */
    public static Recipe read(Path file) throws IOException {
        try {
            return RecipeReader.read(file);
        } catch (RecipeException wrong) {
            throw new InputException(
                    wrong.faults().stream().map(fault -> words(file, fault)).collect(Collectors.joining("\n  ")));
        }
    }

    private static String words(Path file, RecipeFault fault) {
        String place = fault.line() == null ? file + ": " : file + ":" + fault.line() + ": ";
        return place + fault.field() + ": expected " + fault.expectation() + ", got " + fault.got();
    }
}
