package io.scapa.service.assessing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.scapa.detection.Assessor;
import io.scapa.detection.AssessorOptions;
import io.scapa.detection.Assessors;
import io.scapa.detection.Companions;
import io.scapa.detection.classifier.Bundle;
import io.scapa.detection.classifier.BundleException;
import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.watermark.WatermarkProfileException;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.Document;
import io.scapa.provenance.PoolRules;
import io.scapa.provenance.ProvenancePriors;
import io.scapa.service.StartupException;
import io.scapa.service.problem.Problem;
import io.scapa.service.problem.ProblemException;
import io.scapa.service.timeline.Timelines;
import io.scapa.service.watermark.ProfileTokenizers;
import io.scapa.service.watermark.WatermarkProfiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The detectors as the settings in the database want them. Whoever changed a setting, in this process or another: the next
 * batch of documents is assessed by it.
 */
@Startup
@ApplicationScoped
public class Assessing {
    private final Timelines timelines;
    private final WatermarkProfiles profiles;
    private final ProfileTokenizers tokenizers;
    private final Timer latency;
    private final Classifier classifier;
    private final Companions companions;
    private final Object building = new Object();
    private volatile @Nullable Bench bench;

    @Inject
    public Assessing(
            Timelines timelines,
            WatermarkProfiles profiles,
            ProfileTokenizers tokenizers,
            MeterRegistry metrics,
            @ConfigProperty(name = "scapa.model") Optional<String> model) {
        this.classifier = model.map(Path::of).map(Assessing::read).orElseGet(Assessors::shippedClassifier);
        this.companions = Companions.near(model.map(Path::of).orElse(null), classifier);
        this.timelines = timelines;
        this.profiles = profiles;
        this.tokenizers = tokenizers;
        this.latency = Timer.builder("scapa.assessment")
                .description("Time to assess one document")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(metrics);
    }

    private static Classifier read(Path bundle) {
        try {
            return Bundle.read(bundle);
        } catch (IOException | BundleException fault) {
            throw new StartupException(
                    "scapa.model: " + bundle + ": a model bundle is expected: " + fault.getMessage());
        }
    }

    /** One state of the settings and what follows from it: a batch is worked with one bench from beginning to end. */
    public final class Bench {
        private final Timelines.Versioned timeline;
        private final String profiles;
        private final Assessor assessor;
        private final PoolRules rules;

        private Bench(Timelines.Versioned timeline, WatermarkProfiles.Versioned known) {
            ProvenancePriors priors = ProvenancePriors.standard();
            this.timeline = timeline;
            this.profiles = known.version();
            this.assessor = Assessors.of(classifier, companions, options(timeline, priors, known));
            this.rules = new PoolRules(timeline.timeline(), priors);
        }

        /** Assesses one document. Safe for several threads. */
        public Assessment assess(Document document) {
            return latency.record(() -> assessor.assess(document));
        }

        /** The detector release. */
        public String release() {
            return assessor.release();
        }

        /** Digest of the watermark profiles that it tests for. */
        public String profiles() {
            return profiles;
        }

        /** The timeline in force. */
        public Timelines.Versioned timeline() {
            return timeline;
        }

        /** The rules that place a document by that timeline. */
        public PoolRules rules() {
            return rules;
        }
    }

    /** A profile that was fine when it was registered may have lost its tokenizer's file since. */
    private AssessorOptions options(
            Timelines.Versioned timeline, ProvenancePriors priors, WatermarkProfiles.Versioned known) {
        try {
            return AssessorOptions.withProfiles(timeline.timeline(), priors, known.profiles(), tokenizers);
        } catch (WatermarkProfileException e) {
            throw new ProblemException(new Problem(
                    503,
                    "watermark-profile",
                    "A registered watermark profile cannot be used",
                    String.valueOf(e.getMessage()),
                    List.of()));
        }
    }

    /** The bench for the settings as they are now. */
    public Bench bench() {
        Timelines.Versioned timeline = timelines.current();
        String version = profiles.version();
        Bench now = bench;
        if (now != null && now.timeline.version() == timeline.version() && now.profiles.equals(version)) {
            return now;
        }
        synchronized (building) {
            Bench fresh = new Bench(timeline, profiles.current());
            bench = fresh;
            return fresh;
        }
    }
}
