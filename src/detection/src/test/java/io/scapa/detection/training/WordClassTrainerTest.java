package io.scapa.detection.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.detection.features.FeatureText;
import io.scapa.detection.features.Hashing;
import io.scapa.detection.features.WordClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class WordClassTrainerTest {
    /** Three hundred function words, so that none of the others is among those that stand for themselves. */
    private static final int FUNCTION_WORDS = 300;

    private static final int NOUNS = 12;

    private static String letters(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    /** Nouns follow one set of function words and verbs another; the first texts have neither, so that function words are commoner. */
    private static List<LabelledDocument> documents(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<LabelledDocument> documents = new ArrayList<>();
        for (int d = 0; d < 60; d++) {
            StringBuilder text = new StringBuilder();
            for (int f = 0; f < FUNCTION_WORDS; f++) {
                text.append('f').append(letters(f)).append(' ');
            }
            for (int w = 0; d >= 10 && w < 120; w++) {
                boolean noun = random.nextBoolean();
                text.append('f')
                        .append(letters(random.nextInt(5) + (noun ? 0 : 10)))
                        .append(' ');
                text.append(noun ? "noun" : "verb")
                        .append(letters(random.nextInt(NOUNS)))
                        .append(' ');
                text.append('f')
                        .append(letters(random.nextInt(5) + (noun ? 20 : 30)))
                        .append(' ');
            }
            documents.add(new LabelledDocument(
                    "d" + d, text.toString(), d % 2 == 0, "m", "prose", "en", null, "s", "CC0-1.0", "g" + d, "train"));
        }
        return documents;
    }

    private static Map<String, Integer> of(WordClasses classes) {
        Map<String, Integer> found = new TreeMap<>();
        for (int i = 0; i < NOUNS; i++) {
            for (String word : new String[] {"noun" + letters(i), "verb" + letters(i)}) {
                found.put(word, classes.of(Hashing.bucket(Hashing.of(word))));
            }
        }
        return found;
    }

    @Test
    void wordsThatAreUsedAlikeAreOfOneClass() {
        Map<String, Integer> classes = of(WordClassTrainer.of(documents(1), 2));
        assertThat(classes)
                .allSatisfy((word, its) -> assertThat(its)
                        .isPositive()
                        .isEqualTo(classes.get(word.startsWith("noun") ? "nounaa" : "verbaa")));
        assertThat(classes.get("nounaa")).isNotEqualTo(classes.get("verbaa"));
    }

    @Test
    void theCommonestWordsStandForThemselvesAndRareOnesAreUnknown() {
        List<LabelledDocument> documents = new ArrayList<>(documents(2));
        LabelledDocument last = documents.removeLast();
        documents.add(new LabelledDocument(
                last.id(), "hapax " + last.text(), false, "m", "prose", "en", null, "s", "CC0-1.0", "g", "train"));
        WordClasses classes = WordClassTrainer.of(documents, 2);
        assertThat(classes.of(Hashing.bucket(Hashing.of("faa")))).isZero();
        assertThat(classes.of(Hashing.bucket(Hashing.of("hapax")))).isEqualTo(-1);
        assertThat(classes.size()).isEqualTo(FUNCTION_WORDS + 2 * NOUNS);
    }

    @Test
    void anEndingIsOfTheClassOfMostWordsThatHaveIt() {
        List<LabelledDocument> documents = documents(6).stream()
                .map(d -> new LabelledDocument(
                        d.id(),
                        d.text().replaceAll("noun(..)", "$1ness").replaceAll("verb(..)", "$1ize"),
                        d.synthetic(),
                        "m",
                        "prose",
                        "en",
                        null,
                        "s",
                        "CC0-1.0",
                        d.group(),
                        "train"))
                .toList();
        WordClasses classes = WordClassTrainer.of(documents, 2);
        FeatureText text = new FeatureText();
        text.read("happiness realize hapax", 100);
        assertThat(classes.of(WordClasses.ending(text, 0)))
                .isPositive()
                .isEqualTo(classes.of(Hashing.bucket(Hashing.of("aaness"))));
        assertThat(classes.of(WordClasses.ending(text, 1)))
                .isPositive()
                .isEqualTo(classes.of(Hashing.bucket(Hashing.of("aaize"))));
        assertThat(classes.of(WordClasses.ending(text, 2))).isEqualTo(-1);
    }

    @Test
    void theSameTextsGiveTheSameClasses() {
        WordClasses once = WordClassTrainer.of(documents(3), 4);
        WordClasses twice = WordClassTrainer.of(documents(3), 4);
        assertThat(twice.buckets()).containsExactly(once.buckets());
        assertThat(twice.classes()).containsExactly(once.classes());
    }

    @Test
    void textsWithFewWordsHaveFewClasses() {
        assertThat(WordClassTrainer.of(GeneratedCorpus.documents(80, 4)).size()).isPositive();
        assertThat(WordClassTrainer.of(List.of()).size()).isZero();
    }
}
