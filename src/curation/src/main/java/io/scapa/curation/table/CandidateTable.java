package io.scapa.curation.table;

import io.scapa.curation.plan.CellKey;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Pool;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What is kept of every candidate, one row each, about 110 bytes and the id. Texts are not kept. Rows are in the order of the
 * scan; nothing that leaves this module may depend on that order.
 */
public final class CandidateTable {
    private static final int HASH_LONGS = 4;

    private final Arena ids = new Arena();
    private final Names sources = new Names();
    private final Names releases = new Names();
    private final Map<CellKey, Integer> cellIndex = new HashMap<>();
    private final List<CellKey> cells = new ArrayList<>();
    private long[] content = new long[1024 * HASH_LONGS];
    private long[] dedup = new long[1024 * 2];
    private long[] draw = new long[1024];
    private int[] pools = new int[1024 * 3];
    private int[] split = new int[1024];
    private int[] tokens = new int[1024];
    private int[] cell = new int[1024];
    private int[] source = new int[1024];
    private int[] release = new int[1024];
    private int size;

    /**
     * What is kept of one candidate.
     *
     * @param id its id
     * @param contentSha256 hash of its clean view
     * @param dedupKey first 16 bytes, as two longs, of the hash that exact dedup compares
     * @param draw its draw key
     * @param pools millionths of the four pools
     * @param split millionths that were split without a date
     * @param tokens its length
     * @param cell its cell
     * @param source its source
     * @param release the detector release that assessed it
     */
    public record Row(
            String id,
            ContentHash contentSha256,
            long[] dedupKey,
            long draw,
            int[] pools,
            int split,
            int tokens,
            CellKey cell,
            String source,
            String release) {}

    /** Adds a candidate and returns its index. */
    public int add(Row row) {
        if (size == draw.length) {
            grow();
        }
        ids.add(row.id.getBytes(StandardCharsets.UTF_8));
        byte[] hash = HexFormat.of().parseHex(row.contentSha256.hex());
        for (int i = 0; i < HASH_LONGS; i++) {
            content[size * HASH_LONGS + i] = Bytes.longAt(hash, i * 8);
        }
        dedup[size * 2] = row.dedupKey[0];
        dedup[size * 2 + 1] = row.dedupKey[1];
        draw[size] = row.draw;
        System.arraycopy(row.pools, 0, pools, size * 3, 3);
        split[size] = row.split;
        tokens[size] = row.tokens;
        cell[size] = cellIndex.computeIfAbsent(row.cell, key -> {
            cells.add(key);
            return cells.size() - 1;
        });
        source[size] = sources.index(row.source);
        release[size] = releases.index(row.release);
        return size++;
    }

    private void grow() {
        int capacity = size + (size >> 1);
        content = Arrays.copyOf(content, capacity * HASH_LONGS);
        dedup = Arrays.copyOf(dedup, capacity * 2);
        draw = Arrays.copyOf(draw, capacity);
        pools = Arrays.copyOf(pools, capacity * 3);
        split = Arrays.copyOf(split, capacity);
        tokens = Arrays.copyOf(tokens, capacity);
        cell = Arrays.copyOf(cell, capacity);
        source = Arrays.copyOf(source, capacity);
        release = Arrays.copyOf(release, capacity);
    }

    /** How many candidates there are. */
    public int size() {
        return size;
    }

    /** A candidate's id. */
    public String id(int index) {
        return ids.text(index);
    }

    /** Compares the UTF-8 bytes of two ids. */
    public int compareIds(int a, int b) {
        return ids.compare(a, b);
    }

    /** Whether a candidate has this id. */
    public boolean hasId(int index, byte[] utf8) {
        return ids.equals(index, utf8);
    }

    /** The UTF-8 bytes of an id. */
    public byte[] idBytes(int index) {
        return ids.bytes(index);
    }

    /** Hash of a candidate's clean view. */
    public ContentHash contentSha256(int index) {
        return new ContentHash(HexFormat.of().formatHex(contentBytes(index)));
    }

    /** Its 32 bytes. */
    public byte[] contentBytes(int index) {
        byte[] hash = new byte[32];
        for (int i = 0; i < HASH_LONGS; i++) {
            Bytes.put(hash, i * 8, content[index * HASH_LONGS + i]);
        }
        return hash;
    }

    /** Whether two candidates have the same clean view. */
    public boolean sameContent(int a, int b) {
        return Arrays.equals(
                content, a * HASH_LONGS, (a + 1) * HASH_LONGS, content, b * HASH_LONGS, (b + 1) * HASH_LONGS);
    }

    /** One of the two halves of the dedup key. */
    public long dedupKey(int index, int half) {
        return dedup[index * 2 + half];
    }

    /** The draw key, unsigned. */
    public long draw(int index) {
        return draw[index];
    }

    /** Millionths of a pool. */
    public int pool(int index, Pool pool) {
        int at = index * 3;
        return pool == Pool.FRESH_HUMAN
                ? Millionths.ONE - pools[at] - pools[at + 1] - pools[at + 2]
                : pools[at + pool.ordinal()];
    }

    /** Millionths that were split without a date. */
    public int split(int index) {
        return split[index];
    }

    /** Length in tokens. */
    public int tokens(int index) {
        return tokens[index];
    }

    /** Number of the cell, see {@link #cellKey}. */
    public int cell(int index) {
        return cell[index];
    }

    /** The cell with a number; numbers are in the order of the scan. */
    public CellKey cellKey(int number) {
        return cells.get(number);
    }

    /** How many cells there are. */
    public int cellCount() {
        return cells.size();
    }

    /** The source. */
    public String source(int index) {
        return sources.name(source[index]);
    }

    /** The detector release. */
    public String release(int index) {
        return releases.name(release[index]);
    }
}
