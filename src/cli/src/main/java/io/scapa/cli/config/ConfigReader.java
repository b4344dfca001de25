package io.scapa.cli.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.cli.InputException;
import io.scapa.detection.watermark.WatermarkProfile;
import io.scapa.detection.watermark.WatermarkProfileJson;
import io.scapa.provenance.Generation;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.provenance.ProvenancePriors;
import io.scapa.provenance.Timeline;
import io.scapa.text.json.Json;
import io.scapa.text.token.hf.TokenizerFiles;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Reads {@code scapa.yaml}: {@code current} and {@code generations} as {@code PUT /v1/generations} takes them,
 * {@code watermarkProfiles} as a list of what {@code POST /v1/watermark-profiles} takes, and {@code priors}. What is absent
 * keeps its standard; what is unknown is an error that names it. A profile's tokenizer that ends in {@code .json} is the
 * path of a file, from the configuration's own folder.
 */
public final class ConfigReader {
    private static final Set<String> FIELDS = Set.of("current", "generations", "watermarkProfiles", "priors");
    private static final Set<String> GENERATION_FIELDS =
            Set.of("index", "from", "until", "models", "watermarkProfiles");
    private static final Set<String> PRIOR_FIELDS = Set.of(
            "synthetic",
            "syntheticBeforeCutoff",
            "declaredSyntheticLogRatio",
            "declaredHumanLogRatio",
            "decisive",
            "editedWeight",
            "undated");
    private static final Set<String> POOLS = Set.of("alpha", "beta", "gamma", "eta");

    private ConfigReader() {}

    /**
     * Reads a file.
     *
     * @throws InputException that names the file, the field and what was expected
     * @throws IOException where it cannot be read
     */
    public static ScapaConfig read(Path file) throws IOException {
        try {
            JsonNode root = Json.yaml().readTree(Files.readString(file));
            return root.isMissingNode() || root.isNull()
                    ? ScapaConfig.standard()
                    : config(root, TokenizerFiles.from(folder(file)));
        } catch (CharacterCodingException fault) {
            throw InputException.of(file, "UTF-8 is expected");
        } catch (JsonProcessingException fault) {
            throw InputException.at(
                    file,
                    fault.getLocation() == null ? 1 : fault.getLocation().getLineNr(),
                    "YAML is expected: "
                            + fault.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IllegalArgumentException | DateTimeException fault) {
            throw InputException.of(file, String.valueOf(fault.getMessage()));
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static ScapaConfig config(JsonNode root, TokenizerFiles tokenizers) {
        onlyKnown("the file", root, FIELDS);
        Timeline timeline = root.has("generations") ? timeline(root) : Timeline.standard();
        if (root.has("current") && !root.has("generations")) {
            throw new IllegalArgumentException("current needs generations beside it");
        }
        List<WatermarkProfile> profiles =
                root.has("watermarkProfiles") ? WatermarkProfileJson.readAll(root.get("watermarkProfiles")) : List.of();
        return new ScapaConfig(
                timeline,
                root.has("priors") ? priors(root.get("priors")) : ProvenancePriors.standard(),
                profiles,
                tokenizers);
    }

    private static Timeline timeline(JsonNode root) {
        List<Generation> generations = new ArrayList<>();
        for (JsonNode node : root.get("generations")) {
            String place = "generations[" + generations.size() + "]";
            onlyKnown(place, node, GENERATION_FIELDS);
            generations.add(new Generation(
                    node.path("index").asInt(generations.size()),
                    instant(place + ".from", node.path("from"), Instant.MIN),
                    instant(place + ".until", node.path("until"), Instant.MAX),
                    texts(place + ".models", node.path("models")),
                    texts(place + ".watermarkProfiles", node.path("watermarkProfiles"))));
        }
        if (root.hasNonNull("current") && !root.get("current").isIntegralNumber()) {
            throw new IllegalArgumentException(
                    "current: the index of a generation is expected, got " + root.get("current"));
        }
        return new Timeline(generations, root.path("current").asInt(generations.size() - 1));
    }

    private static ProvenancePriors priors(JsonNode node) {
        onlyKnown("priors", node, PRIOR_FIELDS);
        ProvenancePriors standard = ProvenancePriors.standard();
        PoolProbabilities undated = standard.undated();
        if (node.has("undated")) {
            JsonNode pools = node.get("undated");
            onlyKnown("priors.undated", pools, POOLS);
            undated = new PoolProbabilities(
                    number("priors.undated", pools, "alpha", 0), number("priors.undated", pools, "beta", 0),
                    number("priors.undated", pools, "gamma", 0), number("priors.undated", pools, "eta", 0));
        }
        return new ProvenancePriors(
                number("priors", node, "synthetic", standard.synthetic()),
                number("priors", node, "syntheticBeforeCutoff", standard.syntheticBeforeCutoff()),
                number("priors", node, "declaredSyntheticLogRatio", standard.declaredSyntheticLogRatio()),
                number("priors", node, "declaredHumanLogRatio", standard.declaredHumanLogRatio()),
                number("priors", node, "decisive", standard.decisive()),
                number("priors", node, "editedWeight", standard.editedWeight()),
                undated);
    }

    private static double number(String place, JsonNode node, String field, double standard) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return standard;
        }
        if (!value.isNumber()) {
            throw new IllegalArgumentException(place + "." + field + ": a number is expected, got " + value);
        }
        return value.asDouble();
    }

    private static Instant instant(String place, JsonNode value, Instant open) {
        if (value.isMissingNode() || value.isNull()) {
            return open;
        }
        try {
            String text = value.asText();
            return Instant.parse(text.length() == "2022-11-30".length() ? text + "T00:00:00Z" : text);
        } catch (DateTimeException fault) {
            throw new IllegalArgumentException(
                    place + ": a date such as 2022-11-30 or 2022-11-30T00:00:00Z is expected, got " + value);
        }
    }

    private static List<String> texts(String place, JsonNode list) {
        List<String> texts = new ArrayList<>();
        if (!list.isMissingNode() && !list.isArray()) {
            throw new IllegalArgumentException(place + ": a list of names is expected, got " + list);
        }
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static void onlyKnown(String place, JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(
                    place + ": an object with " + known.stream().sorted().toList() + " is expected");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(place + ": unknown field " + name + ", expected are "
                        + known.stream().sorted().toList());
            }
        });
    }
}
