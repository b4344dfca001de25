package io.scapa.curation.io;

import io.scapa.text.io.DocumentLine;

/** One record of an input as it was read; taking it apart is left to whichever thread has time. */
interface RawDocument {
    /** About how many bytes it holds. */
    int size();

    /** The document, or what is wrong with it. Safe for use by any one thread. */
    DocumentLine parse();
}
