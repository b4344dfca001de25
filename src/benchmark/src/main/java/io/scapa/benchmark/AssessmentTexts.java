package io.scapa.benchmark;

import io.scapa.detection.training.CorpusReader;
import io.scapa.provenance.Document;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Documents to assess: the test split of a folder of labelled corpora, or made-up ones of the same median length.
 *
 * @param documents in the order of the files
 * @param bytes of UTF-8 in their texts
 */
record AssessmentTexts(List<Document> documents, long bytes) {
    private static final int MADE_UP = 4_000;
    private static final String[] WORDS =
            ("the of and to in a is that it was for on with as his they be at one have this from or had by but some what there we "
                            + "can out other were all your when up use word how said each which their time will way about many then them would "
                            + "like harbour committee winter bridge station letter record yield spring market river library moreover although")
                    .split(" ");

    /**
     * The test split below a folder, or made-up documents where the path is empty.
     *
     * @param language of the texts that are taken, ISO 639-1; all where empty
     */
    static AssessmentTexts of(String folder, String language) {
        List<Document> documents = folder.isEmpty() ? madeUp() : testSplit(Path.of(folder), language);
        long bytes = documents.stream()
                .mapToLong(d -> d.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        return new AssessmentTexts(documents, bytes);
    }

    private static List<Document> testSplit(Path folder, String language) {
        List<Document> documents = new ArrayList<>();
        for (Path file : CorpusReader.files(List.of(folder))) {
            new CorpusReader().read(file, text -> {
                if (text.split().equals("test") && (language.isEmpty() || language.equals(text.language()))) {
                    documents.add(Document.ofText(text.text()));
                }
            });
        }
        return documents;
    }

    private static List<Document> madeUp() {
        SplittableRandom random = new SplittableRandom(20261121);
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < MADE_UP; i++) {
            documents.add(Document.ofText(prose(200 + random.nextInt(1_800), random)));
        }
        return documents;
    }

    /** A made-up text of about so many characters. */
    static String prose(int characters, SplittableRandom random) {
        StringBuilder text = new StringBuilder(characters + 16);
        for (int word = 1; text.length() < characters; word++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(word % 14 == 0 ? ". " : " ");
        }
        return text.toString();
    }
}
