package io.scapa.text.token.hf;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** The unigram language model (Kudo, 2018): the cut of the largest summed log probability, by Viterbi's algorithm. */
final class UnigramModel implements PieceModel {
    private static final double UNKNOWN_PENALTY = 10;

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final List<Double> scores = new ArrayList<>();
    private final Map<Long, Integer> edges = new HashMap<>();
    private final List<Integer> pieceAt = new ArrayList<>(List.of(-1));
    private final int unknown;
    private final double unknownScore;
    private final boolean byteFallback;

    UnigramModel(JsonNode model) {
        double least = 0;
        for (JsonNode piece : model.path("vocab")) {
            int id = scores.size();
            vocabulary.put(piece.path(0).asText(), id);
            scores.add(piece.path(1).asDouble());
            least = Math.min(least, piece.path(1).asDouble());
            insert(piece.path(0).asText(), id);
        }
        this.unknown = model.path("unk_id").asInt(-1);
        this.unknownScore = least - UNKNOWN_PENALTY;
        this.byteFallback = model.path("byte_fallback").asBoolean(false);
    }

    private void insert(String piece, int id) {
        int node = 0;
        for (int i = 0; i < piece.length(); i++) {
            long edge = edge(node, piece.charAt(i));
            Integer next = edges.get(edge);
            if (next == null) {
                next = pieceAt.size();
                pieceAt.add(-1);
                edges.put(edge, next);
            }
            node = next;
        }
        pieceAt.set(node, id);
    }

    private static long edge(int node, char c) {
        return (long) node << 16 | c;
    }

    @Override
    public Map<String, Integer> vocabulary() {
        return vocabulary;
    }

    @Override
    public void encode(String word, IntConsumer ids) {
        int length = word.length();
        double[] best = new double[length + 1];
        int[] from = new int[length + 1];
        int[] piece = new int[length + 1];
        Arrays.fill(from, -1);
        for (int start = 0; start < length; start += Character.charCount(word.codePointAt(start))) {
            if (start == 0 || from[start] >= 0) {
                extend(word, start, best, from, piece);
            }
        }
        emit(word, from, piece, ids);
    }

    private void extend(String word, int start, double[] best, int[] from, int[] piece) {
        int single = start + Character.charCount(word.codePointAt(start));
        boolean hasSingle = false;
        int node = 0;
        for (int end = start; end < word.length(); ) {
            Integer next = edges.get(edge(node, word.charAt(end++)));
            if (next == null) {
                break;
            }
            node = next;
            int id = pieceAt.get(node);
            if (id >= 0) {
                hasSingle |= end == single;
                relax(start, end, best[start] + scores.get(id), id, best, from, piece);
            }
        }
        if (!hasSingle) {
            relax(start, single, best[start] + unknownScore, unknown, best, from, piece);
        }
    }

    private static void relax(int start, int end, double score, int id, double[] best, int[] from, int[] piece) {
        if (from[end] < 0 || score > best[end]) {
            best[end] = score;
            from[end] = start;
            piece[end] = id;
        }
    }

    /** Unknown characters in a row are one stretch, which is one unknown piece or its bytes. */
    private void emit(String word, int[] from, int[] piece, IntConsumer ids) {
        List<int[]> cuts = new ArrayList<>();
        for (int end = word.length(); end > 0; end = from[end]) {
            cuts.add(new int[] {from[end], end, piece[end]});
        }
        int i = cuts.size() - 1;
        while (i >= 0) {
            int[] cut = cuts.get(i--);
            int end = cut[1];
            while (cut[2] == unknown && i >= 0 && cuts.get(i)[2] == unknown) {
                end = cuts.get(i--)[1];
            }
            if (cut[2] == unknown) {
                emitUnknown(word.substring(cut[0], end), ids);
            } else {
                ids.accept(cut[2]);
            }
        }
    }

    private void emitUnknown(String stretch, IntConsumer ids) {
        Integer known = vocabulary.get(stretch);
        byte[] bytes = stretch.getBytes(StandardCharsets.UTF_8);
        boolean spelt = byteFallback;
        for (byte b : bytes) {
            spelt &= vocabulary.containsKey(ByteFallback.piece(b));
        }
        if (known != null) {
            ids.accept(known);
        } else if (spelt) {
            for (byte b : bytes) {
                ids.accept(vocabulary.getOrDefault(ByteFallback.piece(b), unknown));
            }
        } else if (unknown >= 0) {
            ids.accept(unknown);
        }
    }
}
