package io.scapa.detection;

import io.scapa.provenance.Evidence;
import io.scapa.text.view.TextViews;
import java.util.List;

/** Something that reads a text and reports findings: a watermark test, a reader of marks. A port for what needs keys. */
@FunctionalInterface
public interface EvidenceFinder {
    /** The findings in a text; empty where there are none. Safe for use by several threads, and never throws on a text. */
    List<Evidence> find(TextViews views);
}
