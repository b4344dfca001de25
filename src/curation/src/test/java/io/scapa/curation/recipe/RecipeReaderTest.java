package io.scapa.curation.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scapa.provenance.Mixture;
import io.scapa.provenance.Pool;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeReaderTest {
    private static final String WHOLE = """
            name: gen7-mix
            description: Generation 7.
            license: CC-BY-4.0
            creator: {name: Example, url: "https://example.org"}
            url: https://example.org/gen7
            version: 1.2.0
            tokenizer: o200k_base
            tokens: 1_000_000
            targets:
              alpha: 0.1
              beta: {share: 0.2, tolerance: 0.05}
              gamma: 0.4
              eta: 0.3
            tolerance: 0.01
            maxAlpha: {share: 0.12, confidence: 0.95}
            editedWeight: 0.5
            sources:
              wiki: {maxShare: 0.3, epochs: 2}
              news: {maxTokens: 5000}
            strata:
              language: {en: {min: 0.5}, de: {target: 0.2, tolerance: 0.05}}
              month: {2026-03: {max: 0.4}}
            maxAlphaBeta: 0.6
            epochs: 4
            dedup: exact-folded
            seed: -3
            asOf: 2026-11-21
            shards: {format: jsonl.zst, documents: 500, megabytes: 8}
            collapse: {generations: 12, maxProbability: 0.05}
            """;

    @Test
    void readsEveryField() {
        Recipe recipe = RecipeReader.read(WHOLE);

        assertThat(recipe.name()).isEqualTo("gen7-mix");
        assertThat(recipe.creator()).isEqualTo(new Creator("Example", "https://example.org"));
        assertThat(recipe.tokenizer()).isEqualTo("o200k_base");
        assertThat(recipe.tokens()).isEqualTo(1_000_000);
        assertThat(recipe.targets().mixture()).isEqualTo(new Mixture(0.1, 0.2, 0.4, 0.3));
        assertThat(recipe.targets().of(Pool.CURRENT_MODEL)).isEqualTo(new Target(0.1, 0.01));
        assertThat(recipe.targets().of(Pool.PREVIOUS_GENERATION)).isEqualTo(new Target(0.2, 0.05));
        assertThat(recipe.maxAlpha()).isEqualTo(new ShareLimit(0.12, 0.95));
        assertThat(recipe.editedWeight()).isEqualTo(0.5);
        assertThat(recipe.sources())
                .containsEntry("wiki", new SourceCap(0.3, null, 2, null))
                .containsEntry("news", new SourceCap(null, 5000L, null, null));
        assertThat(recipe.epochsOf("wiki")).isEqualTo(2);
        assertThat(recipe.epochsOf("news")).isEqualTo(4);
        assertThat(recipe.maxAlphaBeta()).isEqualTo(new ShareLimit(0.6, null));
        assertThat(recipe.strata().get("language")).containsEntry("en", new ShareRange(0.5, 1));
        assertThat(recipe.strata().get("language").get("de").max()).isEqualTo(0.25);
        assertThat(recipe.strata().get("month")).containsEntry("2026-03", new ShareRange(0, 0.4));
        assertThat(recipe.dedup()).isEqualTo(ExactDedupView.FOLDED);
        assertThat(recipe.seed()).isEqualTo(-3);
        assertThat(recipe.asOf()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(recipe.shards()).isEqualTo(new ShardSettings(ShardSettings.Format.JSONL_ZST, 500, 8));
        assertThat(recipe.collapse()).isEqualTo(new CollapseLimit(12, 0.05));
    }

    @Test
    void fillsInDefaults() {
        Recipe recipe = RecipeReader.read("""
                name: least
                tokens: 10
                targets: {gamma: 1}
                asOf: 2026-01-02
                """);

        assertThat(recipe.tokenizer()).isEqualTo("cl100k_base");
        assertThat(recipe.targets().of(Pool.CURRENT_MODEL)).isEqualTo(new Target(0, RecipeReader.DEFAULT_TOLERANCE));
        assertThat(recipe.maxAlpha()).isNull();
        assertThat(recipe.dedup()).isEqualTo(ExactDedupView.CLEAN);
        assertThat(recipe.shards()).isEqualTo(ShardSettings.standard());
    }

    @Test
    void readsItsOwnJsonBackAsTheSameRecipeWithTheSameHash() {
        Recipe recipe = RecipeReader.read(WHOLE);

        Recipe again = RecipeReader.read(RecipeJson.toJson(recipe).toPrettyString());

        assertThat(again).isEqualTo(recipe);
        assertThat(again.hash()).isEqualTo(recipe.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void aChangedFieldChangesTheHashButOnlyTheSeedChangesTheDraw() {
        Recipe recipe = RecipeReader.read(WHOLE);
        Recipe larger = RecipeReader.read(WHOLE.replace("1_000_000", "2_000_000"));
        Recipe reseeded = RecipeReader.read(WHOLE.replace("seed: -3", "seed: 4"));

        assertThat(larger.hash()).isNotEqualTo(recipe.hash());
        assertThat(larger.drawKey()).isEqualTo(recipe.drawKey());
        assertThat(reseeded.drawKey()).isNotEqualTo(recipe.drawKey());
    }

    @Test
    void collectsEveryFaultWithFieldLineAndExpectation() {
        List<RecipeFault> faults = faults("""
                name: 3
                tokens: -5
                targets:
                  alpha: 1.5
                  delta: 0.5
                tokenzier: gpt2
                asOf: 21.11.2026
                shards:
                  format: csv
                maxAlpha: {share: 0.1, confidence: 95}
                sources:
                  wiki: {maxShare: lots, weigth: 3}
                """);

        assertThat(faults)
                .extracting(RecipeFault::field)
                .containsExactlyInAnyOrder(
                        "name",
                        "tokens",
                        "targets.alpha",
                        "targets.delta",
                        "tokenzier",
                        "asOf",
                        "shards.format",
                        "maxAlpha.confidence",
                        "sources.wiki.maxShare",
                        "sources.wiki.weigth");
        assertThat(faults)
                .filteredOn(f -> f.field().equals("tokens"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(2);
                    assertThat(fault.expectation()).contains("1");
                    assertThat(fault.got()).isEqualTo("-5");
                });
        assertThat(faults)
                .filteredOn(f -> f.field().equals("targets.delta"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(5);
                    assertThat(fault.expectation()).contains("alpha, beta, gamma, eta");
                });
        assertThat(faults)
                .filteredOn(f -> f.field().equals("sources.wiki.weigth"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(12));
    }

    @Test
    void saysWhatTheSharesSumTo() {
        assertThat(faults("""
                name: short
                tokens: 100
                targets: {alpha: 0.1, beta: 0.2, gamma: 0.3, eta: 0.39}
                asOf: 2026-11-21
                """)).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("targets");
            assertThat(fault.got()).contains("0.99");
            assertThat(fault.line()).isEqualTo(3);
        });
    }

    @Test
    void requiresNameTokensTargetsAndDate() {
        assertThat(faults("description: nothing else\n"))
                .extracting(RecipeFault::field)
                .containsExactlyInAnyOrder("name", "tokens", "targets", "asOf");
    }

    @Test
    void rejectsAPoolNamedTwice() {
        assertThat(faults("""
                name: twice
                tokens: 100
                targets: {alpha: 0.5, CURRENT_MODEL: 0.5}
                asOf: 2026-11-21
                """)).anySatisfy(fault -> assertThat(fault.got()).contains("second target for alpha"));
    }

    @Test
    void namesTheLineOfBrokenYamlAndJson() {
        assertThat(faults("name: x\ntokens: [1, 2\nasOf: 2026-11-21\n"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isGreaterThanOrEqualTo(2));
        assertThat(faults("{\"name\": \"x\",\n \"tokens\": }"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(2));
        assertThat(faults(""))
                .singleElement()
                .satisfies(fault -> assertThat(fault.got()).contains("empty"));
        assertThat(faults("- a\n- b\n")).isNotEmpty();
        assertThat(faults("name: a\nname: b\n")).isNotEmpty();
    }

    private static List<RecipeFault> faults(String text) {
        return catchThrowableOfType(RecipeException.class, () -> RecipeReader.read(text))
                .faults();
    }
}
