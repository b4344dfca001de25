package io.scapa.curation.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.curation.Candidate;
import io.scapa.curation.CollapseCheck;
import io.scapa.curation.Curator;
import io.scapa.curation.Lines;
import io.scapa.curation.Progress;
import io.scapa.curation.TestDocuments;
import io.scapa.curation.TestRecipes;
import io.scapa.curation.recipe.FilterSettings;
import io.scapa.curation.recipe.RecipeException;
import io.scapa.curation.verify.DatasetVerifier;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.statistics.SeededStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule just on either side of its paper's threshold, counted by hand. */
class FiltersTest {
    private static final String PROSE =
            "The keel of the ship was laid in spring and the plates were riveted by hand with great care. ";

    @TempDir
    private Path folder;

    @Test
    void gopherWantsFiftyToAHundredThousandWords() {
        assertThat(quality("the and sail ".repeat(16) + "the")).isEqualTo("gopherQuality/words");
        assertThat(quality("the and sail ".repeat(16) + "the end")).isEqualTo("keep");
        assertThat(quality("the and sail ".repeat(33_334))).isEqualTo("gopherQuality/words");
    }

    @Test
    void gopherWantsAMeanWordLengthOfThreeToTen() {
        assertThat(quality("a of to ".repeat(20))).isEqualTo("gopherQuality/meanWordLength");
        assertThat(quality("the and ".repeat(25))).as("exactly 3").isEqualTo("keep");
        assertThat(quality("the and incomprehensibilities ".repeat(20)))
                .as("28/3 = 9.3")
                .isEqualTo("keep");
        assertThat(quality("the and incomprehensibilitiesandmore ".repeat(20)))
                .as("36/3 = 12")
                .isEqualTo("gopherQuality/meanWordLength");
    }

    @Test
    void gopherWantsAtMostOneSymbolInTenWords() {
        assertThat(quality("the sail and mast ".repeat(24) + "#### ####"))
                .as("8 of 98")
                .isEqualTo("keep");
        assertThat(quality("the sail and mast ".repeat(24) + "##### #####"))
                .as("10 of 98")
                .isEqualTo("gopherQuality/symbols");
        assertThat(quality("the sail and mast... ".repeat(24))).as("24 of 96").isEqualTo("gopherQuality/symbols");
    }

    @Test
    void gopherCountsBulletsEllipsesLettersAndStopWords() {
        assertThat(quality("- the sail and the mast\n".repeat(20))).isEqualTo("gopherQuality/bullets");
        assertThat(quality("- the sail and the mast\n".repeat(9) + "the sail and the mast\n".repeat(5)))
                .isEqualTo("keep");
        assertThat(quality(
                        "the sail and the mast of the ship were old and grey…\n".repeat(4) + (PROSE + "\n").repeat(6)))
                .as("4 of 10 lines")
                .isEqualTo("gopherQuality/ellipses");
        assertThat(quality("the and 1234 ".repeat(20))).as("two of three words").isEqualTo("gopherQuality/alphabetic");
        assertThat(quality("ship sail mast keel ".repeat(20))).isEqualTo("gopherQuality/stopWords");
        assertThat(quality("the ship sail mast keel ".repeat(20)))
                .as("one is not two")
                .isEqualTo("gopherQuality/stopWords");
    }

    @Test
    void gopherRepetitionMeasuresSharesOfCharacters() {
        List<String> words = List.of("ab", "cd", "ab", "cd", "ef", "gh");
        assertThat(new NGramCounts(words).characters()).isEqualTo(12);
        assertThat(new NGramCounts(words).topCharacters(2)).as("'ab cd' twice").isEqualTo(8);
        assertThat(new NGramCounts(words).duplicateCharacters(2))
                .as("the second 'ab cd'")
                .isEqualTo(4);
        assertThat(new NGramCounts(List.of("a", "a", "a", "a", "a", "a", "a")).duplicateCharacters(5))
                .as("the 2nd and 3rd window cover 6")
                .isEqualTo(6);
    }

    /** Against n-grams that are kept whole. */
    @Test
    void countsOfHashedGramsAreThoseOfWholeGrams() {
        for (int run = 0; run < 100; run++) {
            RandomGenerator random = new SeededStreams(9).stream("grams", run);
            List<String> words = IntStream.range(0, 60)
                    .mapToObj(i -> "w".repeat(1 + random.nextInt(3)))
                    .toList();
            NGramCounts counts = new NGramCounts(words);
            for (int n = 2; n <= 6; n++) {
                Map<List<String>, Integer> whole = new HashMap<>();
                for (int i = 0; i + n <= words.size(); i++) {
                    whole.merge(words.subList(i, i + n), 1, Integer::sum);
                }
                int most = Collections.max(whole.values());
                int best = whole.entrySet().stream()
                        .filter(gram -> most > 1 && gram.getValue() == most)
                        .mapToInt(gram -> most * String.join("", gram.getKey()).length())
                        .max()
                        .orElse(0);
                assertThat(counts.topCharacters(n)).isEqualTo(best);
            }
        }
    }

    @Test
    void gopherRepetitionDropsRepeatedLinesParagraphsAndPhrases() {
        String varied = "Ships sailed early\nsteel was riveted\nletters came late\nrivers froze hard\n";
        assertThat(repetition(varied)).isEqualTo("keep");
        assertThat(repetition(varied + "steel was riveted\n".repeat(3))).isEqualTo("gopherRepetition/lines");
        assertThat(repetition("a b c\n\nlonger x y z\n\nlonger x y z\n\nlonger x y z\n\nd e f"))
                .isIn("gopherRepetition/lines", "gopherRepetition/paragraphs");
        assertThat(repetition("salt wind " + "salt wind stone river ".repeat(3)))
                .startsWith("gopherRepetition/top2Gram");
    }

    @Test
    void c4WantsThreeSentencesNoBracketNoFiller() {
        String sentence = "The ship left the old harbour. ";
        assertThat(c4(sentence.repeat(3))).isEqualTo("keep");
        assertThat(c4(sentence.repeat(2))).isEqualTo("c4/sentences");
        assertThat(c4(sentence.repeat(3) + "{")).isEqualTo("c4/curlyBracket");
        assertThat(c4(sentence.repeat(3) + "Lorem Ipsum dolor.")).isEqualTo("c4/loremIpsum");
        assertThat(c4("Ships left port.\nShips left port.\nShips left port."))
                .as("three words a line")
                .isEqualTo("c4/sentences");
        assertThat(c4("The ship left the old harbour\n".repeat(5)))
                .as("no mark at the line's end")
                .isEqualTo("c4/sentences");
        assertThat(c4("Please enable Javascript in this browser.\n".repeat(5))).isEqualTo("c4/sentences");
    }

    @Test
    void fineWebWantsPunctuatedLongUnrepeatedLines() {
        String punctuated = "A line that is long enough to count, number ";
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            page.append(punctuated).append(i).append(".\n");
        }
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < 88; i++) {
            bare.append(punctuated).append("without a mark ").append(i).append('\n');
        }
        assertThat(fineWeb(page.toString())).isEqualTo("keep");
        assertThat(fineWeb(page + bare.toString()))
                .as("12 of 100 is at most 0.12")
                .isEqualTo("fineweb/punctuation");
        assertThat(fineWeb(page + bare.substring(0, bare.indexOf("mark 87")) + "mark 87.\n"))
                .as("13 of 100")
                .isEqualTo("keep");
        assertThat(fineWeb(page + punctuated + "0.\n" + punctuated + "1.\n"))
                .as("2 of 14 lines again")
                .isEqualTo("fineweb/duplicateLines");
        assertThat(fineWeb("Short one.\nShort two.\nA third line that is a good deal longer than thirty.\n"))
                .as("2 of 3 is under 0.67")
                .isEqualTo("keep");
        assertThat(fineWeb("Short one.\nShort two.\nShort three.\nA line that is a good deal longer than thirty.\n"))
                .isEqualTo("fineweb/shortLines");
    }

    @Test
    void thresholdsLengthLanguageAndLicenceAreTheRecipes() throws IOException {
        FilterSettings settings =
                new FilterSettings(10, 20, new TreeSet<>(List.of("en")), new TreeSet<>(List.of("CC0-1.0")), Map.of());
        Filters filters = new Filters(settings);

        assertThat(word(filters.decide(candidate("three words only")))).isEqualTo("tokens");
        assertThat(word(filters.decide(candidate("one two three four five six seven eight nine ten eleven"))))
                .isEqualTo("keep");
        assertThat(word(new Filters(new FilterSettings(0, 100, new TreeSet<>(List.of("de")), new TreeSet<>(), Map.of()))
                        .decide(candidate("text"))))
                .isEqualTo("language");
        assertThat(word(new Filters(
                                new FilterSettings(0, 100, new TreeSet<>(), new TreeSet<>(List.of("MIT")), Map.of()))
                        .decide(candidate("text"))))
                .isEqualTo("license");
    }

    @Test
    void whatIsFilteredIsCountedWrittenAsideAndNobodysSurvivor() throws IOException {
        Path out = folder.resolve("out");
        Curator.standard()
                .export(
                        TestRecipes.balanced(
                                8_000, "filters: {minTokens: 40, gopherQuality: {minWords: 30, minStopWords: 0}}"),
                        TestDocuments.of(TestDocuments.mixed(3, 1500)),
                        out,
                        CollapseCheck.none(),
                        Progress.none());

        List<String> rejected = Lines.read(out.resolve("aside/rejected.jsonl.gz"));
        assertThat(rejected)
                .isNotEmpty()
                .allMatch(line ->
                        line.contains("\"reason\":\"filter tokens\"") || line.contains("filter gopherQuality/"));
        assertThat(Lines.of(out)).allSatisfy(line -> assertThat(line).doesNotContain("\"tokens\":39,"));
        assertThat(DatasetVerifier.verify(out).failures()).isEmpty();
    }

    @Test
    void anUnknownThresholdIsAFault() {
        assertThatThrownBy(() -> TestRecipes.balanced(8_000, "filters: {gopherQuality: {minWord: 30}, gophr: true}"))
                .isInstanceOfSatisfying(
                        RecipeException.class,
                        e -> assertThat(e.faults())
                                .extracting("field")
                                .containsExactlyInAnyOrder("filters.gopherQuality.minWord", "filters.gophr"));
    }

    private static String quality(String text) {
        return word(new GopherQuality(GopherQuality.defaults()).decide(candidate("x"), PageText.of(text)));
    }

    private static String repetition(String text) {
        return word(new GopherRepetition(GopherRepetition.defaults()).decide(candidate("x"), PageText.of(text)));
    }

    private static String c4(String text) {
        return word(new C4Rules(C4Rules.defaults()).decide(candidate("x"), PageText.of(text)));
    }

    private static String fineWeb(String text) {
        return word(new FineWebRules(FineWebRules.defaults()).decide(candidate("x"), PageText.of(text)));
    }

    private static Candidate candidate(String text) {
        return TestDocuments.candidate("id", text, "web", new PoolProbabilities(0, 0, 1, 0));
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Keep keep -> "keep";
            case Decision.Drop drop -> drop.reason();
        };
    }
}
