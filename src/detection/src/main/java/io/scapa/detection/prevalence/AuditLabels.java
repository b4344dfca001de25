package io.scapa.detection.prevalence;

import io.scapa.provenance.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What an audit found, by document id (or by the SHA-256 of its content): the synthetic share of each document, 1 for
 * synthetic and 0 for human text.
 */
public final class AuditLabels {
    private final Map<String, Double> byId;

    private AuditLabels(Map<String, Double> byId) {
        this.byId = Map.copyOf(byId);
    }

    /** No audit. */
    public static AuditLabels none() {
        return new AuditLabels(Map.of());
    }

    /** A collector of labels. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many documents were labelled. */
    public int size() {
        return byId.size();
    }

    /** The label of a document that goes by one of these names. */
    OptionalDouble of(String id, String contentSha256) {
        Double label = byId.get(id);
        if (label == null) {
            label = byId.get(contentSha256);
        }
        return label == null ? OptionalDouble.empty() : OptionalDouble.of(label);
    }

    /** Collects labels. */
    public static final class Builder {
        private final Map<String, Double> byId = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds the label of a document.
         *
         * @param id the document's id or content hash
         * @param share its synthetic share, in [0, 1]
         * @throws IllegalArgumentException where the share is out of range, or the document has another label already
         */
        public Builder add(String id, double share) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a label lies in [0, 1], got " + share + " for " + id);
            }
            Double before = byId.putIfAbsent(id, share);
            if (before != null && before != share) {
                throw new IllegalArgumentException("two labels for " + id + ": " + before + " and " + share);
            }
            return this;
        }

        /**
         * Adds the origin that an audit found; edited text counts as synthetic with a weight, which recipes set too.
         *
         * @throws IllegalArgumentException for {@link Origin#UNDETERMINED}: an audit that could not tell is no label
         */
        public Builder add(String id, Origin origin, double editedWeight) {
            return switch (origin) {
                case HUMAN -> add(id, 0);
                case SYNTHETIC -> add(id, 1);
                case EDITED -> add(id, editedWeight);
                case UNDETERMINED ->
                    throw new IllegalArgumentException("an audit label is human, synthetic or edited, got " + origin);
            };
        }

        /** The labels so far. */
        public AuditLabels build() {
            return new AuditLabels(byId);
        }
    }
}
