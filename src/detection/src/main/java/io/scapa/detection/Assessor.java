package io.scapa.detection;

import io.scapa.provenance.Assessment;
import io.scapa.provenance.Document;

/** Assesses documents by one detector release. Safe for use by several threads. */
public interface Assessor {
    /**
     * All evidence on a document, fused. Never fails on a text: one that carries no verdict is {@code UNDETERMINED} with its
     * reason, and has a score all the same. The score depends on the text alone.
     */
    Assessment assess(Document document);

    /** Id of the detector release. */
    String release();
}
