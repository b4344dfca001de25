package io.scapa.curation.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.curation.recipe.DecontaminationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecontaminationTest {
    private static final String THIRTEEN = "one two three four five six seven eight nine ten eleven twelve thirteen";

    @TempDir
    private Path folder;

    @Test
    void aRunOfThirteenWordsIsFoundWhateverItsCaseAndPunctuation() throws IOException {
        Decontamination filter = of("{\"question\": \"" + THIRTEEN + " fourteen\", \"answer\": 4}");

        assertThat(filter.holds(
                        "Before. One, two; THREE four five six seven eight nine ten eleven (twelve) thirteen! After"))
                .isTrue();
        assertThat(filter.holds("two three four five six seven eight nine ten eleven twelve thirteen fourteen"))
                .as("the second run")
                .isTrue();
        assertThat(filter.holds("one two three four five six seven eight nine ten eleven twelve and thirteen fourteen"))
                .as("twelve words in a row are not thirteen")
                .isFalse();
    }

    @Test
    void shorterBenchmarksCountFromEightWordsOn() throws IOException {
        Decontamination filter = of("alpha beta gamma delta epsilon zeta eta theta", "too short to count");

        assertThat(filter.holds("say alpha beta gamma delta epsilon zeta eta theta and stop"))
                .isTrue();
        assertThat(filter.holds("this text is too short to count")).isFalse();
    }

    @Test
    void theRecipeMayNameTheVeryBenchmarks() throws IOException {
        Path file = folder.resolve("bench.txt");
        Files.writeString(file, THIRTEEN + "\n");

        assertThatThrownBy(() ->
                        Decontamination.read(new DecontaminationSettings(List.of(file.toString()), 13, "0".repeat(64))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bench.txt")
                .hasMessageContaining("0000");
        Files.writeString(file, "one two\n");
        assertThatThrownBy(() -> Decontamination.read(DecontaminationSettings.of(file.toString())))
                .hasMessageContaining("8 words or more");
    }

    private Decontamination of(String... lines) throws IOException {
        Path file = folder.resolve("bench.jsonl");
        Files.write(file, List.of(lines));
        return Decontamination.read(DecontaminationSettings.of(file.toString()));
    }
}
