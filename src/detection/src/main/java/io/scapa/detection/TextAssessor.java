package io.scapa.detection;

import io.scapa.detection.calibration.ConformalHumans;
import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.features.TextKind;
import io.scapa.detection.fusion.EvidenceFusion;
import io.scapa.detection.residue.ResidueDetector;
import io.scapa.detection.residue.ResiduePatterns;
import io.scapa.detection.residue.TamperingDetector;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Document;
import io.scapa.provenance.Evidence;
import io.scapa.provenance.Interval;
import io.scapa.provenance.Origin;
import io.scapa.provenance.PoolRules;
import io.scapa.provenance.SyntheticScore;
import io.scapa.provenance.Verdict;
import io.scapa.text.language.LanguageIdentifier;
import io.scapa.text.token.Tokenizer;
import io.scapa.text.token.Tokenizers;
import io.scapa.text.view.TextViews;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The assessor over one {@link Classifier}: own evidence, fused, then placed by what else is known. */
final class TextAssessor implements Assessor {
    private static final double PRIOR = 0.5;
    private static final double SURELY_ENGLISH = 0.2;
    private static final String PROFILE = "profile";

    private final LanguageReader main;
    private final List<EvidenceFinder> finders;
    private final PoolRules rules;
    private final ResidueDetector residue = new ResidueDetector(ResiduePatterns.all());
    private final TamperingDetector tampering = new TamperingDetector();
    private final EvidenceFusion fusion = new EvidenceFusion();
    private final CompanionEvidence companions;
    private final Tokenizer tokenizer = Tokenizers.named(Tokenizers.DEFAULT);

    TextAssessor(Classifier classifier, Companions companions, AssessorOptions options) {
        this.main = new LanguageReader(classifier, false);
        this.finders = options.finders();
        this.rules = new PoolRules(options.timeline(), options.priors());
        this.companions = new CompanionEvidence(companions, classifier, options.mixed());
    }

    @Override
    public String release() {
        return main.classifier().release();
    }

    @Override
    public Assessment assess(Document document) {
        if (document.text().length() > UnreadText.LONGEST) {
            return UnreadText.assess(document, tokenizer, rules, release());
        }
        TextViews views = TextViews.of(document.text());
        String clean = views.clean().text();
        ContentHash hash = ContentHash.ofCleanText(clean);
        Findings findings = read(views, clean);
        List<Evidence> evidence = findings.evidence();
        SyntheticScore score = score(findings, fusion.score(evidence), fusion.isDecisive(evidence));
        PoolRules.Facts facts = PoolRules.Facts.of(document).withWatermarkProfile(profile(evidence));
        return new Assessment(
                document.id() == null ? hash.hex() : document.id(),
                hash,
                findings.kind().language(),
                tokenizer.count(clean),
                score,
                evidence,
                rules.place(score.score(), false, facts),
                release());
    }

    /** What was found in a text, and by which language's reader; the p-value is null where no human text calibrates it. */
    private record Findings(
            LanguageReader reader,
            Classifier.Reading reading,
            TextKindReport kind,
            ConformalHumans.@Nullable PValue human,
            List<Evidence> evidence) {}

    private Findings read(TextViews views, String clean) {
        return main.with(room -> {
            Classifier.Reading reading = main.classifier().read(clean, room);
            String language = TextKind.englishShare(room.text()) >= SURELY_ENGLISH
                    ? "en"
                    : LanguageIdentifier.identify(clean).code();
            TextKindReport kind = new TextKindReport(
                    language,
                    TextKind.isCode(room.text()),
                    TextLength.words(clean, language, reading.words()),
                    reading.words());
            LanguageReader other =
                    main.classifier().language().equals(language) || !TextLength.isInScriptOf(language, clean)
                            ? null
                            : ExperimentalReaders.of(language);
            return other == null
                    ? findings(main, reading, kind, views, room)
                    : other.with(its -> findings(other, other.classifier().read(clean, its), kind, views, its));
        });
    }

    private Findings findings(
            LanguageReader reader,
            Classifier.Reading reading,
            TextKindReport kind,
            TextViews views,
            Classifier.Workspace read) {
        boolean calibrated = reader.verdicts().isCalibrated(kind);
        Classifier.Reading held = calibrated ? reading : reader.verdicts().held(reading);
        ConformalHumans.PValue human = calibrated ? reader.classifier().humans().of(held.score(), held.words()) : null;
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(classifierEvidence(
                reader.classifier(), held, human, views.clean().text().length()));
        evidence.addAll(residue.find(views));
        evidence.addAll(tampering.find(views.original().text()));
        finders.forEach(finder -> evidence.addAll(finder.find(views)));
        double score = fusion.score(evidence);
        evidence.addAll(companions.passages(views, read, kind, calibrated));
        if (calibrated && reader.verdicts().decide(kind, score, false).origin() == Origin.SYNTHETIC) {
            evidence.addAll(companions.family(read, reader.classifier().language()));
        }
        return new Findings(reader, held, kind, human, evidence);
    }

    private static Evidence classifierEvidence(
            Classifier classifier, Classifier.Reading reading, ConformalHumans.@Nullable PValue human, int length) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("words", reading.words());
        details.put("features", reading.features());
        if (length > Classifier.LIMIT) {
            details.put("charactersRead", Classifier.LIMIT);
        }
        details.put("threshold", classifier.flag().at(reading.words()));
        if (human != null) {
            details.put("calibrationHumans", human.humans());
            details.put(
                    "calibrationWords",
                    human.toWords() == Integer.MAX_VALUE
                            ? human.fromWords() + " or more"
                            : human.fromWords() + " to " + (human.toWords() - 1));
        }
        return new Evidence(
                "classifier/n-grams",
                classifier.release(),
                Evidence.Kind.CLASSIFIER,
                reading.score(),
                human == null ? null : human.value(),
                reading.score(),
                null,
                details);
    }

    private SyntheticScore score(Findings findings, double score, boolean decisive) {
        Classifier.Reading reading = findings.reading();
        double lower = probability(score + reading.lowest() - reading.score());
        double upper = probability(score + reading.highest() - reading.score());
        Verdict verdict = findings.reader().verdicts().decide(findings.kind(), score, decisive);
        ConformalHumans.PValue human = findings.human();
        return new SyntheticScore(
                score,
                PRIOR,
                probability(score),
                new Interval(lower, upper),
                human == null ? null : human.value(),
                verdict);
    }

    private static double probability(double ratio) {
        return 1 / (1 + Math.exp(-ratio));
    }

    private static @Nullable String profile(List<Evidence> evidence) {
        return evidence.stream()
                .filter(e -> e.kind() == Evidence.Kind.WATERMARK
                        && e.logLikelihoodRatio() != null
                        && e.logLikelihoodRatio() > 0)
                .map(e -> e.details().get(PROFILE))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
    }
}
