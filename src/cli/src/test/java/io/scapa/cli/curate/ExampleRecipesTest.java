package io.scapa.cli.curate;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.cli.ScapaRoot;
import io.scapa.curation.recipe.RecipeReader;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.DocumentReader;
import io.scapa.text.io.ReadLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExampleRecipesTest {
    @Test
    void everyExampleIsARecipe() throws Exception {
        List<Path> recipes;
        try (Stream<Path> files = Files.list(ScapaRoot.folder().resolve("datasets/recipes"))) {
            recipes = files.sorted().toList();
        }

        assertThat(recipes).hasSizeGreaterThanOrEqualTo(5);
        for (Path recipe : recipes) {
            assertThat(RecipeReader.read(recipe).name()).as(recipe.toString()).isNotBlank();
            assertThat(Files.readString(recipe))
                    .as(recipe + " says what it is for")
                    .startsWith("# ");
        }
    }

    @Test
    void theDemosOwnTextsAreLabelledAsModelText() throws Exception {
        int texts = 0;
        try (DocumentReader reader = DocumentReader.open(
                ScapaRoot.folder().resolve("datasets/demo/model-written.jsonl"), ReadLimits.STANDARD)) {
            while (reader.hasNext()) {
                assertThat(reader.next()).isInstanceOfSatisfying(DocumentLine.Good.class, line -> {
                    assertThat(line.document().declaredOrigin()).hasToString("SYNTHETIC");
                    assertThat(line.document().text().split("\\s+").length).isBetween(120, 300);
                });
                texts++;
            }
        }
        assertThat(texts).isGreaterThanOrEqualTo(30);
    }
}
