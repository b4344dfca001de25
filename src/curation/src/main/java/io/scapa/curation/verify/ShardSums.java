package io.scapa.curation.verify;

import io.scapa.curation.plan.CellKey;
import io.scapa.curation.plan.PosteriorBins;
import io.scapa.curation.plan.Strata;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.table.DrawKey;
import io.scapa.curation.table.Millionths;
import io.scapa.provenance.Pool;
import java.util.Map;
import java.util.TreeMap;

/** The mixture of the shards, summed again from their lines: the independent half of the shares' check. */
final class ShardSums {
    private final Recipe recipe;
    private final DrawKey drawKey;
    final long[] pools = new long[Pool.values().length];
    final long[] documentsByPool = new long[Pool.values().length];
    final Map<String, Long> tokensByCell = new TreeMap<>();
    final Map<String, Integer> longestByCell = new TreeMap<>();
    final Map<String, long[]> bySource = new TreeMap<>();
    double alphaVariance;
    double alphaBetaVariance;
    long tokens;
    long lines;
    long firstPasses;
    boolean inOrder = true;
    private long lastKey;

    ShardSums(Recipe recipe) {
        this.recipe = recipe;
        this.drawKey = new DrawKey(recipe.drawKey());
    }

    void add(LineFacts line) {
        lines++;
        firstPasses += line.epoch() == 1 ? 1 : 0;
        tokens += line.tokens();
        long[] source = bySource.computeIfAbsent(line.strata().source(), name -> new long[2]);
        source[0] += line.epoch() == 1 ? 1 : 0;
        source[1] += line.tokens();
        for (int i = 0; i < pools.length; i++) {
            pools[i] += (long) line.tokens() * line.pools()[i];
        }
        documentsByPool[line.pool().ordinal()]++;
        double alpha = Millionths.toProbability(line.pools()[Pool.CURRENT_MODEL.ordinal()]);
        double both = Millionths.toProbability(
                line.pools()[Pool.CURRENT_MODEL.ordinal()] + line.pools()[Pool.PREVIOUS_GENERATION.ordinal()]);
        alphaVariance += (double) line.tokens() * line.tokens() * alpha * (1 - alpha);
        alphaBetaVariance += (double) line.tokens() * line.tokens() * both * (1 - both);
        String cell = new CellKey(line.pool(), PosteriorBins.of(alpha), Strata.of(recipe, line.strata())).id();
        tokensByCell.merge(cell, (long) line.tokens(), Long::sum);
        longestByCell.merge(cell, line.tokens(), Math::max);
        long key = DrawKey.ofPass(drawKey.of(line.id()), line.epoch() - 1);
        inOrder &= lines == 1 || Long.compareUnsigned(lastKey, key) <= 0;
        lastKey = key;
    }

    double share(Pool pool) {
        return tokens == 0 ? 0 : pools[pool.ordinal()] / ((double) tokens * Millionths.ONE);
    }
}
