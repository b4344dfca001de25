package io.scapa.text.token;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The tokenizers that are built in; their vocabularies load when first asked for and are then kept. */
public final class Tokenizers {
    /** The tokenizer that tokens are counted with where nobody names another. */
    public static final String DEFAULT = "cl100k_base";

    private static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();

    /** Vocabulary sizes as tiktoken states them, special tokens included. */
    private static final Map<String, Builtin> BUILTIN = new TreeMap<>(Map.of(
            "r50k_base", new Builtin(EncodingType.R50K_BASE, 50_257),
            "p50k_base", new Builtin(EncodingType.P50K_BASE, 50_281),
            "p50k_edit", new Builtin(EncodingType.P50K_EDIT, 50_284),
            "cl100k_base", new Builtin(EncodingType.CL100K_BASE, 100_277),
            "o200k_base", new Builtin(EncodingType.O200K_BASE, 200_019)));

    private static final Map<Builtin, Tokenizer> LOADED = new ConcurrentHashMap<>();

    private record Builtin(EncodingType type, int vocabularySize) {}

    private Tokenizers() {}

    /**
     * A tokenizer by name; {@code gpt2} is {@code r50k_base}.
     *
     * @throws IllegalArgumentException for an unknown name; the message lists the known ones
     */
    public static Tokenizer named(String name) {
        Builtin builtin = BUILTIN.get(name.equals("gpt2") ? "r50k_base" : name);
        if (builtin == null) {
            throw new IllegalArgumentException(
                    "unknown tokenizer '" + name + "', expected one of " + String.join(", ", BUILTIN.keySet()));
        }
        return LOADED.computeIfAbsent(builtin, Tokenizers::load);
    }

    private static Tokenizer load(Builtin builtin) {
        Encoding published = REGISTRY.getEncoding(builtin.type());
        Tokenizer encoding = new BytePairTokenizer(published, builtin.vocabularySize());
        Supplier<ByteMerges> merges = () -> ByteMerges.of(published, builtin.vocabularySize());
        return switch (builtin.type()) {
            case R50K_BASE, P50K_BASE, P50K_EDIT -> new PiecewiseTokenizer(encoding, PieceCutters.gpt2(), merges);
            case CL100K_BASE -> new PiecewiseTokenizer(encoding, PieceCutters.gpt4(), merges);
            case O200K_BASE -> encoding;
        };
    }

    /** Their names, in alphabetical order. */
    public static Iterable<String> names() {
        return BUILTIN.keySet();
    }
}
