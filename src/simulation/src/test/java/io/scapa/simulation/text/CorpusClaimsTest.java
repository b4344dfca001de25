package io.scapa.simulation.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scapa.simulation.ProgressListener;
import io.scapa.simulation.ScenarioRunner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusClaimsTest {
    @Test
    void saysOfEveryExpectationWhetherItHoldsAndWhatItRestsOn() {
        TextCorpus corpus = TextCorpus.of("made up", CountModelTest.documents(120, 8), 5_000, 1);
        CorpusClaims claims = CorpusClaims.check(corpus, 5_000, 2, 2, 1, ScenarioRunner.on(1, ProgressListener.NONE));
        assertThat(claims.findings()).hasSize(6);
        assertThat(claims.summary().lines().skip(1)).allMatch(line -> line.matches("(HOLDS|FAILS)  .*: .*\\d.*"));
        assertThat(claims.table().lines()).hasSize(8);
    }

    /**
     * English prose of people: news, encyclopaedia, questions, reviews; abstracts, news, prompts, reviews. Some minutes each. On
     * the second one expectation does not hold yet at generation 10: docs/text-chains.md says by how much and when it does.
     */
    @ParameterizedTest
    @CsvSource({"m4_mixed.jsonl.gz, ''", "detectrl.jsonl.gz, entropy at temperature .8 below half of that at 1"})
    @Tag("long")
    void allHoldOnAnEnglishCorpusOfTwoHundredThousandTokens(String name, String butFor) throws IOException {
        Path file = Path.of(System.getProperty("scapa.root", "../.."), "../shared/corpora", name);
        if (!Files.exists(file)) {
            System.out.println("SKIPPED, NOT PASSED: needs the corpus " + name);
            Assumptions.abort("needs the corpus " + name);
        }
        TextCorpus corpus = TextCorpus.of(name, humanTexts(file), CorpusClaims.LEAST_TOKENS, 1);
        CorpusClaims claims = CorpusClaims.check(
                corpus, CorpusClaims.LEAST_TOKENS, 10, 5, 1, ScenarioRunner.on(2, ProgressListener.NONE));
        assertThat(claims.findings().stream().filter(each -> !each.statement().equals(butFor)))
                .as(claims.summary() + claims.table())
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(CorpusClaims.Finding::holds);
    }

    private static List<String> humanTexts(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> texts = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode document = mapper.readTree(line);
                boolean asWritten = document.path("attack").isNull();
                if (document.get("label").asText().equals("human") && asWritten) {
                    texts.add(document.get("text").asText());
                }
            }
        }
        return texts;
    }
}
