package io.scapa.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.verify.DatasetVerifier;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.PoolProbabilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditedCandidatesTest {
    private static final String NOTICE =
            "This notice stands on every page of the site, and nobody has ever read it to its end.";

    @TempDir
    private Path folder;

    @Test
    void masksPersonalDataInWhatIsExportedAndPointsToWhatWasAssessed() throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (Candidate c : TestDocuments.mixed(1, 600)) {
            candidates.add(TestDocuments.candidate(
                    c.id(), c.text().clean() + " from jane@example.org", c.source(), c.pools()));
        }
        export(TestRecipes.balanced(8_000, "filters: {pii: mask}"), candidates, "out");

        assertThat(Lines.of(folder.resolve("out")))
                .isNotEmpty()
                .allMatch(line -> line.contains("from [email]") && !line.contains("jane@"))
                .allMatch(line -> line.contains("\"original_sha256\":\""));
        assertThat(DatasetVerifier.verify(folder.resolve("out")).failures()).isEmpty();
    }

    @Test
    void dropsDocumentsWithPersonalDataWhereThatIsAskedFor() throws IOException {
        List<Candidate> candidates = new ArrayList<>(TestDocuments.mixed(1, 600));
        candidates.add(
                TestDocuments.candidate("mail", "write to jane@example.org", "web", new PoolProbabilities(0, 0, 1, 0)));
        export(TestRecipes.balanced(8_000, "filters: {pii: {action: drop, kinds: [email]}}"), candidates, "out");

        assertThat(Lines.read(folder.resolve("out/aside/rejected.jsonl.gz")))
                .singleElement()
                .asString()
                .contains("\"id\":\"mail\"")
                .contains("filter pii/email");
    }

    @Test
    void keepsARepeatedParagraphOnceWhateverTheOrder() throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (Candidate c : TestDocuments.mixed(1, 200)) {
            candidates.add(TestDocuments.candidate(
                    c.id(), c.text().clean() + "\n\n" + NOTICE + "\n\n1914", c.source(), c.pools()));
        }
        Map<String, String> first = texts(candidates, 1);

        assertThat(first.values()).filteredOn(text -> text.contains(NOTICE)).hasSize(1);
        assertThat(first.values()).as("too short to compare").allMatch(text -> text.endsWith("1914"));
        assertThat(texts(candidates, 2)).isEqualTo(first);
    }

    @Test
    void anUnknownKindIsAFault() {
        assertThatThrownBy(() -> TestRecipes.balanced(8_000, "filters: {pii: {kinds: [name]}}"))
                .hasMessageContaining("email, phone, ip, iban, card, ssn");
    }

    private static Map<String, String> texts(List<Candidate> candidates, long seed) throws IOException {
        Recipe recipe = TestRecipes.balanced(8_000, "filters: {repeatedParagraphs: true}");
        Map<String, String> texts = new TreeMap<>();
        try (CandidateSource.Cursor cursor = EditedCandidates.of(recipe, TestDocuments.shuffling(candidates, seed), 2)
                .open()) {
            for (Candidate c = cursor.next(); c != null; c = cursor.next()) {
                texts.put(c.id(), c.text().clean());
                assertThat(c.contentSha256())
                        .isEqualTo(ContentHash.ofCleanText(c.text().clean()));
            }
        }
        return texts;
    }

    private void export(Recipe recipe, List<Candidate> candidates, String name) throws IOException {
        ExportResult result = Curator.standard()
                .export(
                        recipe,
                        TestDocuments.of(candidates),
                        folder.resolve(name),
                        CollapseCheck.none(),
                        Progress.none());
        assertThat(result).isInstanceOf(ExportResult.Exported.class);
        assertThat(Files.exists(folder.resolve(name))).isTrue();
    }
}
