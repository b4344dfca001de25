package io.scapa.cli.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.cli.CliRun;
import io.scapa.cli.ScapaRoot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsCommandTest {
    private static final byte[] CONTENT =
            "{\"text\":\"a document\"}\n".repeat(1000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void theCatalogueHoldsTheCorporaOfTheField() throws Exception {
        Catalogue catalogue = Catalogue.read(ScapaRoot.folder().resolve("datasets/catalog.yaml"));

        assertThat(catalogue.entries())
                .extracting(CatalogueEntry::name)
                .contains(
                        "raid",
                        "hc3",
                        "mage",
                        "m4",
                        "ghostbuster",
                        "detectrl",
                        "fineweb",
                        "wikipedia",
                        "sotu",
                        "brown");
        assertThat(catalogue.entries()).allSatisfy(entry -> {
            assertThat(entry.fields()).containsKey("text");
            assertThat(entry.canBeFetched() || !entry.how().isEmpty()).isTrue();
        });
    }

    @Test
    void listsEveryCorpusOnALine() {
        CliRun run = CliRun.of("datasets", "list");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).anyMatch(line -> line.startsWith("raid "));
    }

    @Test
    void tellsAllOfOneCorpus() {
        CliRun run = CliRun.of("datasets", "list", "mage");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("licence", "declaredOrigin <- HUMAN where label is 1", "hash unknown");
    }

    @Test
    void anUnknownCorpusIsAnsweredWithTheKnownOnes() {
        CliRun run = CliRun.of("datasets", "fetch", "common-sense");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("there is no corpus common-sense").contains("raid, hc3");
    }

    @Test
    void recordsWhatItSawAndHoldsALaterFetchAgainstIt() throws Exception {
        try (FileServer server = new FileServer(CONTENT)) {
            Path catalogue = catalogue("url: \"" + server.uri() + "\"");
            Path out = folder.resolve("out");

            CliRun first =
                    CliRun.of("datasets", "fetch", "small", "--catalog", catalogue.toString(), "-o", out.toString());
            assertThat(first.code()).as(first.err()).isZero();
            assertThat(first.out()).contains("as first seen");
            assertThat(out.resolve("corpus.jsonl")).hasBinaryContent(CONTENT);
            assertThat(out.resolve("fetched.json"))
                    .content()
                    .contains(server.uri().toString(), "sha256");

            Files.delete(out.resolve("corpus.jsonl"));
            server.change("something else".getBytes(StandardCharsets.UTF_8), "\"v2\"");
            CliRun second =
                    CliRun.of("datasets", "fetch", "small", "--catalog", catalogue.toString(), "-o", out.toString());
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.err()).contains(CONTENT.length + " bytes are expected, got 14");
        }
    }

    @Test
    void anUnknownFieldOfTheCatalogueIsNamed() throws Exception {
        Path catalogue = catalogue("url: \"http://127.0.0.1/\", md5: \"0\"");

        CliRun run = CliRun.of("datasets", "list", "--catalog", catalogue.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("corpus small", "unknown field md5");
    }

    @Test
    void aCatalogueThatIsNoYamlIsNamedWithItsLine() throws Exception {
        Path catalogue = Files.writeString(folder.resolve("catalog.yaml"), "- name: a\n  what: [\n");

        CliRun run = CliRun.of("datasets", "list", "--catalog", catalogue.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("catalog.yaml:", "YAML is expected");
    }

    private Path catalogue(String file) throws Exception {
        return Files.writeString(folder.resolve("catalog.yaml"), """
                - name: small
                  what: a corpus of one file
                  licence: CC0-1.0
                  provenance: this test
                  files:
                    - {name: corpus.jsonl, %s}
                  fields: {text: text}
                """.formatted(file));
    }
}
