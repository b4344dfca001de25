package io.scapa.cli.demo;

import io.scapa.provenance.Pool;
import java.util.Locale;

/** The recipe for documents that nobody made a recipe for: half of their tokens, in the mixture in which they came. */
final class HalfOfAll {
    private HalfOfAll() {}

    static String recipe(IngestTally tally) {
        StringBuilder targets = new StringBuilder();
        double rest = 1;
        for (Pool pool : Pool.values()) {
            // Shares of four digits that sum to 1: the last pool takes what rounding left.
            double share = pool == Pool.FRESH_HUMAN ? rest : Math.round(tally.share(pool) * 1e4) / 1e4;
            rest -= share;
            targets.append(String.format(Locale.ROOT, "  %s: %.4f%n", pool.symbol(), Math.max(0, share)));
        }
        return """
                name: own-documents
                description: Half of the documents given to the demo, in the mixture in which they came.
                license: unknown
                asOf: 2026-11-21
                tokens: %d
                targets:
                %stolerance: 0.05
                seed: 1945
                """.formatted(Math.max(1, tally.tokens() / 2), targets);
    }
}
