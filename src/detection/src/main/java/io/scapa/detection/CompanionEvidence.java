package io.scapa.detection;

import io.scapa.detection.attribution.Attribution;
import io.scapa.detection.attribution.FamilyModel;
import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.segmentation.PassageModel;
import io.scapa.detection.segmentation.Segmentation;
import io.scapa.detection.segmentation.Segmenter;
import io.scapa.provenance.Evidence;
import io.scapa.text.view.TextViews;
import io.scapa.text.view.View;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
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
    private final Deque<Room> rooms = new ConcurrentLinkedDeque<>();

    private final @Nullable Shared passageFeatures;
    private final @Nullable Shared familyFeatures;

    /** Evidence for texts that a classifier reads first. */
    CompanionEvidence(Companions companions, Classifier classifier) {
        this.passages = companions.passages();
        this.families = companions.families();
        this.passageFeatures = passages == null ? null : Shared.of(passages.head(), passages.language(), classifier);
        this.familyFeatures = families == null ? null : Shared.of(families.heads(), families.language(), classifier);
    }

    /**
     * What a model of the classifier finds in a text and a companion would only look up again.
     *
     * @param model which of the classifier's models
     * @param features {@link LinearModel#sharedWith}
     */
    private record Shared(int model, int[] features) {
        static @Nullable Shared of(LinearModel companion, String language, Classifier classifier) {
            if (!classifier.language().equals(language)) {
                return null;
            }
            for (int m = 0; m < classifier.models().size(); m++) {
                int[] features = companion.sharedWith(classifier.models().get(m));
                if (features != null) {
                    return new Shared(m, features);
                }
            }
            return null;
        }
    }

    private record Room(@Nullable Segmenter segmenter, LinearModel.Scratch scratch) {}

    /** Whether texts of a language and length can be parted. */
    boolean canPart(String language, int words) {
        return passages != null && passages.language().equals(language) && words >= PassageModel.LEAST_WORDS;
    }

    private Segmentation part(Segmenter segmenter, Classifier.Workspace read) {
        Shared shared = passageFeatures;
        return shared == null
                ? segmenter.segmentWhereFound(read.text())
                : segmenter.segmentWhereFound(read.text(), read.found(shared.model()), shared.features());
    }

    /** The passages of a text that the classifier read, its clean view up to {@link Classifier#LIMIT}: first what was found overall, then one finding a passage; nothing where none was found. */
    List<Evidence> passages(TextViews views, Classifier.Workspace read) {
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
            details.put("shareIfMixed", rounded(found.shareIfMixed()));
            details.put("passages", synthetic.size());
            details.put("threshold", found.threshold());
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

    /** The family of a synthetic text that the classifier read; nothing for other languages. */
    List<Evidence> family(Classifier.Workspace read, String language) {
        FamilyModel model = families;
        if (model == null || !model.language().equals(language)) {
            return List.of();
        }
        Shared shared = familyFeatures;
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

    private <T> T with(java.util.function.Function<Room, T> work) {
        Room room = rooms.pollFirst();
        if (room == null) {
            room = new Room(passages == null ? null : new Segmenter(passages), new LinearModel.Scratch());
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

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
