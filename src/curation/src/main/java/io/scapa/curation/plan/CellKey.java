package io.scapa.curation.plan;

import io.scapa.provenance.Pool;
import java.util.Comparator;

/**
 * Which cell a document lies in. Documents of one cell are interchangeable to the plan; which of them are taken is decided
 * by their draw keys.
 *
 * @param pool the most probable pool
 * @param bin index of the bin of P(alpha), see {@link PosteriorBins}
 * @param stratum what the recipe constrains besides, such as a capped source; empty where nothing
 */
public record CellKey(Pool pool, int bin, String stratum) implements Comparable<CellKey> {
    private static final Comparator<CellKey> ORDER =
            Comparator.comparing(CellKey::pool).thenComparingInt(CellKey::bin).thenComparing(CellKey::stratum);

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }

    /** A stable name for manifests and messages, such as {@code gamma/p0/source=wiki}. */
    public String id() {
        return pool.symbol() + "/p" + bin + (stratum.isEmpty() ? "" : "/" + stratum);
    }
}
