package io.scapa.provenance;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From evidence and external facts to the probability of each pool: the precedence of DESIGN section 1.
 *
 * <ol>
 *   <li>human with a date before the cutoff is gamma, whatever manifest held it since;
 *   <li>output of the current generation's models is alpha;
 *   <li>output of earlier models, human text of earlier windows, and carried-over documents that are not gamma are beta;
 *   <li>human text of the current window is eta.
 * </ol>
 *
 * Undated human text is split by the source's dated documents where there are enough, else by the priors, and the share
 * that was split so is returned with the result. Model output of an unknown model belongs to the window of its date, and to
 * the current generation where it has none: the cautious reading.
 */
public final class PoolRules {
    private final Timeline timeline;
    private final ProvenancePriors priors;

    public PoolRules(Timeline timeline, ProvenancePriors priors) {
        this.timeline = timeline;
        this.priors = priors;
    }

    /**
     * What is known of a document besides its text.
     *
     * @param date the earliest date that it carries, or null
     * @param declaredOrigin what its supplier says, or null
     * @param generator the model that its supplier names, or null
     * @param watermarkProfile the watermark profile that it was found to carry, or null
     * @param carriedOver whether an earlier manifest held it
     * @param sourceDates how the dated human documents of its source split over gamma, beta and eta, or null
     * @param sourcePrior P(synthetic) of its source, or null for the default prior
     */
    public record Facts(
            @Nullable Instant date,
            @Nullable Origin declaredOrigin,
            @Nullable String generator,
            @Nullable String watermarkProfile,
            boolean carriedOver,
            @Nullable PoolProbabilities sourceDates,
            @Nullable Double sourcePrior) {

        /** Nothing known. */
        public static Facts none() {
            return new Facts(null, null, null, null, false, null, null);
        }

        /** What a document says of itself. */
        public static Facts of(Document document) {
            return new Facts(
                    document.earliestDate(), document.declaredOrigin(), document.generator(), null, false, null, null);
        }

        /** The same facts with a watermark hit. */
        public Facts withWatermarkProfile(@Nullable String profile) {
            return new Facts(date, declaredOrigin, generator, profile, carriedOver, sourceDates, sourcePrior);
        }

        /** The same facts with what is known of the source. */
        public Facts withSource(@Nullable PoolProbabilities dates, @Nullable Double prior) {
            return new Facts(date, declaredOrigin, generator, watermarkProfile, carriedOver, dates, prior);
        }
    }

    /**
     * Places a document.
     *
     * @param score log likelihood ratio of its own evidence, synthetic over human
     * @param edited whether its own evidence says that a model worked over human text
     * @param facts what else is known
     */
    public DocumentProvenance place(double score, boolean edited, Facts facts) {
        double synthetic = syntheticProbability(score, facts);
        if (edited) {
            synthetic *= priors.editedWeight();
        }
        double human = 1 - synthetic;
        double alpha = 0;
        double beta = 0;
        double gamma = 0;
        double eta = 0;
        double split = 0;

        int modelGeneration = modelGeneration(facts);
        if (modelGeneration == timeline.current() && !facts.carriedOver()) {
            alpha += synthetic;
        } else {
            beta += synthetic;
        }
        Integer humanGeneration = null;
        if (facts.date() != null) {
            humanGeneration = timeline.at(facts.date()).map(Generation::index).orElse(timeline.current());
            if (humanGeneration == 0) {
                gamma += human;
            } else if (humanGeneration < timeline.current() || facts.carriedOver()) {
                beta += human;
            } else {
                eta += human;
            }
        } else {
            PoolProbabilities undated = facts.sourceDates() == null ? priors.undated() : facts.sourceDates();
            split = human;
            gamma += human * undated.gamma();
            double rest = human * (1 - undated.gamma());
            double fresh = facts.carriedOver() ? 0 : human * undated.eta();
            eta += fresh;
            beta += rest - fresh;
        }
        return new DocumentProvenance(
                origin(synthetic, edited, facts),
                synthetic >= 0.5 ? Integer.valueOf(modelGeneration) : humanGeneration,
                new PoolProbabilities(alpha, Math.max(0, beta), gamma, eta),
                split);
    }

    /** P(synthetic), external facts included. */
    public double syntheticProbability(double score, Facts facts) {
        double prior = facts.sourcePrior() == null ? priors.synthetic() : facts.sourcePrior();
        if (facts.date() != null && facts.date().isBefore(timeline.cutoff())) {
            prior = Math.min(prior, priors.syntheticBeforeCutoff());
        }
        double logit = Math.log(prior / (1 - prior)) + score + declared(facts);
        return 1 / (1 + Math.exp(-logit));
    }

    private double declared(Facts facts) {
        if (facts.generator() != null && facts.declaredOrigin() != Origin.HUMAN) {
            return priors.declaredSyntheticLogRatio();
        }
        return switch (facts.declaredOrigin()) {
            case SYNTHETIC, EDITED -> priors.declaredSyntheticLogRatio();
            case HUMAN -> priors.declaredHumanLogRatio();
            case UNDETERMINED -> 0;
            case null -> 0;
        };
    }

    private Origin origin(double synthetic, boolean edited, Facts facts) {
        boolean workedOver = edited || facts.declaredOrigin() == Origin.EDITED;
        if (synthetic >= priors.decisive()) {
            return workedOver ? Origin.EDITED : Origin.SYNTHETIC;
        }
        return 1 - synthetic >= priors.decisive() ? Origin.HUMAN : Origin.UNDETERMINED;
    }

    private int modelGeneration(Facts facts) {
        Optional<Generation> named = Optional.empty();
        if (facts.watermarkProfile() != null) {
            named = timeline.ofWatermarkProfile(facts.watermarkProfile());
        }
        if (named.isEmpty() && facts.generator() != null) {
            named = timeline.ofModel(facts.generator());
        }
        if (named.isEmpty() && facts.date() != null) {
            named = timeline.at(facts.date()).filter(g -> g.index() > 0);
        }
        return Math.min(named.map(Generation::index).orElse(timeline.current()), timeline.current());
    }
}
