package io.scapa.detection.training;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Texts of two made-up authors: they use the same words, each with habits of its own, in sources with topics of their own. */
public final class GeneratedCorpus {
    private static final String[] COMMON =
            "the a of and in to was is for with that on it as by at from this which".split(" ");
    private static final String[] HUMAN = "well anyway honestly stuff kinda guess maybe though bit lot".split(" ");
    private static final String[] MACHINE =
            "furthermore overall crucial ensure delve tapestry additionally notably comprehensive landscape".split(" ");

    private GeneratedCorpus() {}

    /** So many documents, alternately human and synthetic. */
    public static List<LabelledDocument> documents(int count, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<LabelledDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean synthetic = i % 2 == 1;
            String source = "source" + i / 2 % 4;
            documents.add(new LabelledDocument(
                    "doc-" + i,
                    text(synthetic, source, random),
                    synthetic,
                    synthetic ? "model" : "human",
                    "prose",
                    "en",
                    null,
                    source,
                    "CC0-1.0",
                    "group-" + i / 2,
                    "train"));
        }
        return documents;
    }

    /** One text. */
    public static String text(boolean synthetic, String topic, RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int words = 40 + random.nextInt(160);
        for (int w = 0; w < words; w++) {
            text.append(word(synthetic, topic, random)).append(w % 12 == 11 ? ". " : " ");
        }
        return text.append("end.").toString();
    }

    private static String word(boolean synthetic, String topic, RandomGenerator random) {
        double draw = random.nextDouble();
        if (draw < 0.05) {
            String[] habits = synthetic == random.nextDouble() < 0.85 ? MACHINE : HUMAN;
            return habits[random.nextInt(habits.length)];
        }
        return draw < 0.7 ? COMMON[random.nextInt(COMMON.length)] : topic + "word" + (char) ('a' + random.nextInt(20));
    }
}
