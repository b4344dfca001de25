package io.scapa.detection;

import io.scapa.detection.attribution.Attribution;
import io.scapa.detection.attribution.FamilyModel;
import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.segmentation.PassageModel;
import io.scapa.detection.segmentation.Segmentation;
import io.scapa.detection.segmentation.Segmenter;
import io.scapa.provenance.Evidence;
import io.scapa.provenance.Interval;
import io.scapa.text.view.TextViews;
import io.scapa.text.view.View;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where and which: evidence that moves no score. Synthetic passages with their spans and the share of them, and for texts judged
 * synthetic the family of models. Safe for use by several threads.
 */
final class CompanionEvidence {
    private static final String PASSAGES = "classifier/passages";
    private static final String FAMILY = "classifier/family";
    private static final double ERA_SURE = 0.9;

    private final @Nullable PassageModel passages;
    private final @Nullable FamilyModel families;
    private final boolean mixed;
    private final Deque<Room> rooms = new ConcurrentLinkedDeque<>();

    private final @Nullable Shared<float[]> passageFeatures;
    private final @Nullable Shared<int[]> familyFeatures;

    /**
     * Evidence for texts that a classifier reads first.
     *
     * @param mixed whether every text is known to be of mixed authorship
     */
    CompanionEvidence(Companions companions, Classifier classifier, boolean mixed) {
        this.mixed = mixed;
        this.passages = companions.passages();
        this.families = companions.families();
        this.passageFeatures = passages == null
                ? null
                : Shared.of(
                        passages.language(), classifier, m -> passages.head().contributionsIn(m, 0));
        this.familyFeatures = families == null
                ? null
                : Shared.of(
                        families.language(), classifier, m -> families.heads().sharedWith(m));
    }

    /**
     * What a model of the classifier finds in a text and a companion would only look up again.
     *
     * @param model which of the classifier's models
     * @param features by the numbers of that model's features, what the companion knows of them
     */
    private record Shared<T>(int model, T features) {
        static <T> @Nullable Shared<T> of(
                String language, Classifier classifier, Function<LinearModel, @Nullable T> features) {
            if (!classifier.language().equals(language)) {
                return null;
            }
            for (int m = 0; m < classifier.models().size(); m++) {
                T known = features.apply(classifier.models().get(m));
                if (known != null) {
                    return new Shared<>(m, known);
                }
            }
            return null;
        }
    }

    private record Room(@Nullable Segmenter segmenter, LinearModel.Scratch scratch) {}

    private Segmentation part(Segmenter segmenter, Classifier.Workspace read) {
        Shared<float[]> shared = passageFeatures;
        return shared == null
                ? segmenter.segmentWhereFound(read.text())
                : segmenter.segmentWhereFound(read.text(), read.found(shared.model()), shared.features());
    }

    /**
     * The passages of a text that the classifier read, its clean view up to {@link Classifier#LIMIT}: first what was found overall, then
     * one finding a passage. Nothing where none was found, or the text cannot be parted; the reason for that where its user knows that
     * it is mixed.
     *
     * @param calibrated whether it is of a kind that its classifier was calibrated for
     */
    List<Evidence> passages(TextViews views, Classifier.Workspace read, TextKindReport kind, boolean calibrated) {
        String reason = whyNotParted(kind, calibrated);
        if (reason != null) {
            return mixed ? List.of(evidence(PASSAGES, null, null, Map.of("notParted", reason))) : List.of();
        }
        return passages(views, read);
    }

    private List<Evidence> passages(TextViews views, Classifier.Workspace read) {
        View clean = views.clean();
        View view = Normalizer.isNormalized(clean.text(), Normalizer.Form.NFKC) ? clean : views.folded();
        boolean whole = view == clean && clean.text().length() <= Classifier.LIMIT;
        Segmentation found = with(room -> room.segmenter() == null
                ? Segmentation.NONE
                : whole ? part(room.segmenter(), read) : room.segmenter().segmentWhereFound(view.text()));
        List<Segmentation.Passage> synthetic = found.synthetic();
        List<Evidence> evidence = new ArrayList<>();
        if (!synthetic.isEmpty()) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("syntheticShare", rounded(found.syntheticShare()));
            details.put("syntheticShareInterval", rounded(found.shareInterval()));
            details.put("shareIfMixed", rounded(found.shareIfMixed()));
            details.put("shareIfMixedInterval", rounded(found.intervalIfMixed()));
            details.put("passages", synthetic.size());
            details.put("threshold", found.threshold());
            if (mixed) {
                details.put("mixed", "as stated by the user");
            }
            if (view.text().length() > Segmenter.LIMIT) {
                details.put("charactersRead", Segmenter.LIMIT);
            }
            evidence.add(evidence(PASSAGES, found.strongest(), null, details));
        }
        for (Segmentation.Passage passage : synthetic) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("tokens", passage.tokens());
            details.put("probabilityIfMixed", rounded(passage.probability()));
            evidence.add(evidence(
                    PASSAGES,
                    null,
                    view.toOriginal(passage.span().from(), passage.span().to()),
                    details));
        }
        return evidence;
    }

    private @Nullable String whyNotParted(TextKindReport kind, boolean calibrated) {
        PassageModel model = passages;
        if (model == null) {
            return "the model has no passages";
        }
        if (kind.words() < PassageModel.LEAST_WORDS) {
            return kind.words() + " words; passages need " + PassageModel.LEAST_WORDS;
        }
        if (!model.language().equals(kind.language())) {
            return "passages are found in language " + model.language() + " only";
        }
        return calibrated ? null : "of a kind for which nothing was calibrated";
    }

    /** The family of a synthetic text that the classifier read; nothing for other languages. */
    List<Evidence> family(Classifier.Workspace read, String language) {
        FamilyModel model = families;
        if (model == null || !model.language().equals(language)) {
            return List.of();
        }
        Shared<int[]> shared = familyFeatures;
        Attribution attribution = shared == null
                ? with(room -> model.attribute(read.text(), room.scratch()))
                : model.attribute(read.found(shared.model()), shared.features());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("family", attribution.family());
        details.put("nearest", attribution.nearest());
        details.put("confidence", rounded(attribution.confidence()));
        details.put("era", era(attribution.newer()));
        details.put("modelOf2024OrLater", rounded(attribution.newer()));
        return List.of(evidence(FAMILY, attribution.strength(), null, details));
    }

    private static String era(double newer) {
        return newer >= ERA_SURE ? "2024 or later" : newer <= 1 - ERA_SURE ? "before 2024" : FamilyModel.UNKNOWN;
    }

    private <T> T with(Function<Room, T> work) {
        Room room = rooms.pollFirst();
        if (room == null) {
            room = new Room(passages == null ? null : new Segmenter(passages, mixed), new LinearModel.Scratch());
        }
        try {
            return work.apply(room);
        } finally {
            rooms.addFirst(room);
        }
    }

    private Evidence evidence(
            String detector,
            @Nullable Double statistic,
            io.scapa.provenance.@Nullable Span span,
            Map<String, Object> details) {
        PassageModel model = passages;
        FamilyModel other = families;
        String version = model != null ? model.release() : other != null ? other.release() : "";
        return new Evidence(detector, version, Evidence.Kind.CLASSIFIER, statistic, null, null, span, details);
    }

    private static List<Double> rounded(Interval interval) {
        return List.of(rounded(interval.lower()), rounded(interval.upper()));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
