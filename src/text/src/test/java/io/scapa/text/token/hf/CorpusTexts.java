package io.scapa.text.token.hf;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.testing.SharedFolder;
import io.scapa.text.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Pieces of real texts of seven languages, cut anywhere between characters; numbered, the same for the same number. */
final class CorpusTexts {
    static final List<String> LANGUAGES = List.of("en", "zh", "es", "de", "ru", "id", "ar");

    private static final List<String> FILES =
            List.of("imbd_multilingual", "iu_ai_multilingual", "m4_multilingual", "seqxgpt");
    private static final int LONGEST = 200;

    private final Map<String, List<String>> texts = new TreeMap<>();
    private final String digest;

    private CorpusTexts(Path folder) throws IOException, NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (String name : FILES) {
            Path file = folder.resolve(name + ".jsonl.gz");
            sha256.update(Files.readAllBytes(file));
            read(file);
        }
        this.digest = HexFormat.of().formatHex(sha256.digest());
    }

    /** Reads the corpora beside the checkout, or skips the running test loudly. */
    static CorpusTexts require() throws IOException {
        try {
            return new CorpusTexts(SharedFolder.require("corpora"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode document = Json.mapper().readTree(line);
                String language = document.path("lang").asText();
                if (LANGUAGES.contains(language)) {
                    texts.computeIfAbsent(language, key -> new ArrayList<>())
                            .add(document.path("text").asText());
                }
            }
        }
    }

    /** SHA-256 of the files read, in hexadecimal digits. */
    String digest() {
        return digest;
    }

    List<String> batch(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(this::text).toList();
    }

    private String text(int number) {
        List<String> language = texts.get(LANGUAGES.get(number % LANGUAGES.size()));
        SplittableRandom random = new SplittableRandom(number * 104_729L);
        String whole = language.get(random.nextInt(language.size()));
        int from = random.nextInt(whole.length());
        int to = Math.min(whole.length(), from + 1 + random.nextInt(LONGEST));
        return whole.substring(boundary(whole, from), boundary(whole, to));
    }

    /** No half of a surrogate pair is cut off. */
    private static int boundary(String text, int at) {
        return at < text.length() && at > 0 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
