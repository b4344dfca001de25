package io.scapa.curation.audit;

import io.scapa.provenance.ContentHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The labels that are known, one per content. */
public final class Audit {
    private final Map<ContentHash, AuditLabel> labels;

    private Audit(Map<ContentHash, AuditLabel> labels) {
        this.labels = labels;
    }

    /** No audit. */
    public static Audit none() {
        return new Audit(Map.of());
    }

    /** Labels, of which a later one replaces an earlier one of the same content; on one day the greater name wins. */
    public static Audit of(Collection<AuditLabel> given) {
        Map<ContentHash, AuditLabel> labels = new TreeMap<>();
        for (AuditLabel label : given) {
            labels.merge(label.contentSha256(), label, Audit::later);
        }
        return new Audit(labels);
    }

    private static AuditLabel later(AuditLabel a, AuditLabel b) {
        int order = a.on().compareTo(b.on());
        order = order != 0 ? order : a.by().compareTo(b.by());
        order = order != 0 ? order : a.pools().toString().compareTo(b.pools().toString());
        return order >= 0 ? a : b;
    }

    /** The label of a content, or null. */
    public @Nullable AuditLabel of(ContentHash content) {
        return labels.get(content);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return labels.isEmpty();
    }

    /** All labels in the order of their contents. */
    public List<AuditLabel> labels() {
        return new ArrayList<>(labels.values());
    }
}
