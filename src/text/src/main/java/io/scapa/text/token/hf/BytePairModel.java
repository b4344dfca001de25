package io.scapa.text.token.hf;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Byte-pair encoding (Sennrich et al., 2016) by merge ranks: the pair of lowest rank is merged first, the leftmost among
 * equals, with a queue, so that a text without word breaks takes no quadratic time.
 */
final class BytePairModel implements PieceModel {
    private record Merge(int rank, int id) {}

    private record Candidate(int rank, int position, int id) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            int byRank = Integer.compare(rank, other.rank);
            return byRank != 0 ? byRank : Integer.compare(position, other.position);
        }
    }

    private final Map<String, Integer> vocabulary;
    private final Map<Long, Merge> merges = new HashMap<>();
    private final @Nullable Integer unknown;
    private final boolean fuseUnknown;
    private final boolean byteFallback;
    private final boolean ignoreMerges;
    private final String prefix;
    private final String suffix;

    BytePairModel(JsonNode model) {
        this.vocabulary = new HashMap<>();
        model.path("vocab")
                .fields()
                .forEachRemaining(
                        entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
        this.unknown = model.path("unk_token").isTextual()
                ? vocabulary.get(model.path("unk_token").asText())
                : null;
        this.fuseUnknown = model.path("fuse_unk").asBoolean(false);
        this.byteFallback = model.path("byte_fallback").asBoolean(false);
        this.ignoreMerges = model.path("ignore_merges").asBoolean(false);
        this.prefix = model.path("continuing_subword_prefix").asText("").replace("null", "");
        this.suffix = model.path("end_of_word_suffix").asText("").replace("null", "");
        if (model.path("dropout").asDouble(0) != 0) {
            throw new TokenizerFileException(
                    "tokenizer.json: model.dropout is " + model.path("dropout") + ", expected none");
        }
        int rank = 0;
        for (JsonNode merge : model.path("merges")) {
            readMerge(merge, rank++);
        }
    }

    private void readMerge(JsonNode merge, int rank) {
        String left;
        String right;
        if (merge.isArray()) {
            left = merge.path(0).asText();
            right = merge.path(1).asText();
        } else {
            int space = merge.asText().indexOf(' ');
            left = merge.asText().substring(0, Math.max(0, space));
            right = merge.asText().substring(space + 1);
        }
        Integer leftId = vocabulary.get(left);
        Integer rightId = vocabulary.get(right);
        Integer merged = vocabulary.get(left + right.substring(Math.min(prefix.length(), right.length())));
        if (leftId == null || rightId == null || merged == null) {
            throw new TokenizerFileException(
                    "tokenizer.json: merge " + rank + " (" + merge + ") names pieces outside the vocabulary");
        }
        merges.put(pair(leftId, rightId), new Merge(rank, merged));
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }

    @Override
    public Map<String, Integer> vocabulary() {
        return vocabulary;
    }

    @Override
    public void encode(String word, IntConsumer ids) {
        Integer whole = ignoreMerges ? vocabulary.get(word) : null;
        if (whole != null) {
            ids.accept(whole);
            return;
        }
        Symbols symbols = symbols(word);
        symbols.mergeAll();
        symbols.forEach(ids);
    }

    private Symbols symbols(String word) {
        Symbols symbols = new Symbols(word.getBytes(StandardCharsets.UTF_8).length);
        boolean afterUnknown = false;
        for (int i = 0; i < word.length(); ) {
            int next = i + Character.charCount(word.codePointAt(i));
            String character = word.substring(i, next);
            String piece = (i > 0 ? prefix : "") + character + (next == word.length() ? suffix : "");
            Integer id = vocabulary.get(piece);
            if (id != null) {
                symbols.add(id);
                afterUnknown = false;
            } else if (!(byteFallback && addBytes(character, symbols)) && unknown != null) {
                if (!(fuseUnknown && afterUnknown)) {
                    symbols.add(unknown);
                }
                afterUnknown = true;
            } else {
                afterUnknown = false;
            }
            i = next;
        }
        return symbols;
    }

    private boolean addBytes(String character, Symbols symbols) {
        byte[] bytes = character.getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            if (!vocabulary.containsKey(ByteFallback.piece(b))) {
                return false;
            }
        }
        for (byte b : bytes) {
            symbols.add(vocabulary.getOrDefault(ByteFallback.piece(b), 0));
        }
        return true;
    }

    /** A doubly linked list of symbols in arrays. */
    private final class Symbols {
        private final int[] id;
        private final int[] previous;
        private final int[] next;
        private int size;

        Symbols(int most) {
            id = new int[most];
            previous = new int[most];
            next = new int[most];
        }

        void add(int symbol) {
            id[size] = symbol;
            previous[size] = size - 1;
            next[size] = -1;
            if (size > 0) {
                next[size - 1] = size;
            }
            size++;
        }

        void mergeAll() {
            PriorityQueue<Candidate> queue = new PriorityQueue<>();
            for (int i = 0; i + 1 < size; i++) {
                offer(queue, i);
            }
            while (!queue.isEmpty()) {
                Candidate top = queue.remove();
                int left = top.position();
                int right = id[left] < 0 ? -1 : next[left];
                if (right < 0) {
                    continue;
                }
                Merge merge = merges.get(pair(id[left], id[right]));
                if (merge == null || merge.id() != top.id()) {
                    continue;
                }
                join(left, right, merge.id());
                if (previous[left] >= 0) {
                    offer(queue, previous[left]);
                }
                offer(queue, left);
            }
        }

        private void join(int left, int right, int merged) {
            id[left] = merged;
            id[right] = -1;
            next[left] = next[right];
            if (next[right] >= 0) {
                previous[next[right]] = left;
            }
        }

        private void offer(PriorityQueue<Candidate> queue, int left) {
            if (next[left] >= 0) {
                Merge merge = merges.get(pair(id[left], id[next[left]]));
                if (merge != null) {
                    queue.add(new Candidate(merge.rank(), left, merge.id()));
                }
            }
        }

        void forEach(IntConsumer ids) {
            for (int i = size == 0 ? -1 : 0; i >= 0; i = next[i]) {
                ids.accept(id[i]);
            }
        }
    }
}
