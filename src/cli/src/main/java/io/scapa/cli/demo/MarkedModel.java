package io.scapa.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.detection.watermark.Device;
import io.scapa.detection.watermark.Marker;
import io.scapa.detection.watermark.PreparedWatermark;
import io.scapa.detection.watermark.WatermarkKey;
import io.scapa.detection.watermark.WatermarkProfile;
import io.scapa.detection.watermark.WatermarkSchemes;
import io.scapa.statistics.SeededStreams;
import io.scapa.text.json.Json;
import io.scapa.text.model.KneserNeyModel;
import io.scapa.text.token.Tokenizer;
import io.scapa.text.token.Tokenizers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The demo's own language model: an n-gram model of the old addresses, whose output carries the green-list watermark of
 * Kirchenbauer et al. (2023), so that a test for it has something true to find.
 */
final class MarkedModel {
    static final String NAME = "scapa-demo-ngram";
    static final String PROFILE = "scapa-demo";

    private static final String TOKENIZER = "r50k_base";
    /** The key that the method's first implementation ships with: the demo has no secrets. */
    private static final long KEY = 15_485_863;

    private static final double DELTA = 2.5;
    private static final int ORDER = 3;
    private static final int PROMPT = 4;

    private final Tokenizer tokenizer = Tokenizers.named(TOKENIZER);
    private final KneserNeyModel model;
    private final PreparedWatermark watermark;
    private final List<int[]> sequences;
    private final SeededStreams streams;

    /** Trains on texts; the seed makes what it writes. */
    MarkedModel(List<String> texts, long seed) {
        sequences = texts.stream().map(tokenizer::encode).toList();
        model = KneserNeyModel.train(sequences, ORDER, tokenizer.vocabularySize());
        WatermarkProfile profile = profile();
        watermark = WatermarkSchemes.named(profile.scheme()).prepare(profile);
        streams = new SeededStreams(seed);
    }

    private static WatermarkProfile profile() {
        return WatermarkProfile.of(
                PROFILE,
                "transformers-kgw",
                WatermarkKey.of(KEY),
                parameters(),
                TOKENIZER,
                Tokenizers.named(TOKENIZER).vocabularySize(),
                Device.CPU);
    }

    private static Map<String, Object> parameters() {
        return Map.of("seedingScheme", "lefthash", "gamma", 0.25, "delta", DELTA);
    }

    /** The profile as the service takes it. */
    static ObjectNode profileJson() {
        WatermarkProfile profile = profile();
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("name", profile.name())
                .put("scheme", profile.scheme())
                .put("key", KEY)
                .put("tokenizer", profile.tokenizer())
                .put("vocabularySize", profile.vocabularySize())
                .put("device", profile.device().toString());
        json.set("parameters", Json.mapper().valueToTree(parameters()));
        return json;
    }

    /** Writes the text of a number: it begins as one of the training texts does and goes on by itself. */
    String write(int number, int tokens) {
        RandomGenerator random = streams.stream("demo text", number);
        Marker marker = watermark.marker().orElseThrow();
        int[] prompt = sequences.get(random.nextInt(sequences.size()));
        int[] written = Arrays.copyOf(Arrays.copyOf(prompt, Math.min(PROMPT, prompt.length)), tokens);
        double[] probabilities = new double[model.vocabularySize()];
        for (int i = Math.min(PROMPT, prompt.length); i < tokens; i++) {
            int[] context = Arrays.copyOfRange(written, Math.max(0, i - ORDER), i);
            model.distribution(context, probabilities);
            written[i] = marker.sample(probabilities, context, random);
        }
        return tokenizer.decode(written).replace("\uFFFD", "").strip();
    }
}
