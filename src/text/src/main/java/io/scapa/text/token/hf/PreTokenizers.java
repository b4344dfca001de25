package io.scapa.text.token.hf;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.text.token.hf.PreTokenizer.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the {@code pre_tokenizer} part. */
final class PreTokenizers {
    private static final String KNOWN =
            "Sequence, ByteLevel, Split, Metaspace, Whitespace, WhitespaceSplit, Punctuation, Digits, "
                    + "BertPreTokenizer, CharDelimiterSplit, UnicodeScripts, FixedLength";
    private static final Pattern GPT2 =
            Patterns.regex("'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");
    private static final Pattern WORDS = Patterns.regex("\\w+|[^\\w\\s]+");

    private PreTokenizers() {}

    static PreTokenizer read(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return PreTokenizer.NONE;
        }
        String type = node.path("type").asText();
        return switch (type) {
            case "Sequence" -> sequence(node.path("pretokenizers"));
            case "ByteLevel" ->
                byteLevel(
                        node.path("add_prefix_space").asBoolean(true),
                        node.path("use_regex").asBoolean(true));
            case "Split" ->
                SplitBehaviour.named(node.path("behavior").asText("Isolated"))
                        .on(
                                Patterns.read(node.path("pattern")),
                                node.path("invert").asBoolean(false));
            case "Metaspace" -> metaspace(node);
            case "Whitespace" -> SplitBehaviour.REMOVED.on(WORDS, true);
            case "WhitespaceSplit" -> SplitBehaviour.REMOVED.on(CharKinds::isSpace);
            case "Punctuation" ->
                SplitBehaviour.named(node.path("behavior").asText("Isolated")).on(CharKinds::isPunctuation);
            case "Digits" ->
                (node.path("individual_digits").asBoolean(false) ? SplitBehaviour.ISOLATED : SplitBehaviour.CONTIGUOUS)
                        .on(CharKinds::isNumeric);
            case "BertPreTokenizer" ->
                SplitBehaviour.REMOVED
                        .on(CharKinds::isSpace)
                        .then(SplitBehaviour.ISOLATED.on(CharKinds::isPunctuation));
            case "CharDelimiterSplit" -> {
                int delimiter = node.path("delimiter").asText(" ").codePointAt(0);
                yield SplitBehaviour.REMOVED.on(c -> c == delimiter);
            }
            case "UnicodeScripts" -> new ScriptCut();
            case "FixedLength" -> fixedLength(node.path("length").asInt(5));
            default -> throw TokenizerFileException.unsupported("pre_tokenizer", type, KNOWN);
        };
    }

    private static PreTokenizer sequence(JsonNode parts) {
        PreTokenizer all = PreTokenizer.NONE;
        for (JsonNode part : parts) {
            all = all.then(read(part));
        }
        return all;
    }

    /** Pieces of so many characters, the last one shorter. */
    private static PreTokenizer fixedLength(int length) {
        if (length < 1) {
            throw new TokenizerFileException("tokenizer.json: a fixed length is 1 or more, got " + length);
        }
        return word -> {
            List<Word> pieces = new ArrayList<>();
            int[] characters = word.text().codePoints().toArray();
            for (int i = 0; i < characters.length; i += length) {
                String piece = new String(characters, i, Math.min(length, characters.length - i));
                pieces.add(new Word(piece, word.first() && i == 0));
            }
            return pieces;
        };
    }

    private static PreTokenizer byteLevel(boolean prefix, boolean regex) {
        PreTokenizer spaced = word ->
                List.of(prefix && !word.text().startsWith(" ") ? new Word(" " + word.text(), word.first()) : word);
        PreTokenizer cut = regex ? spaced.then(SplitBehaviour.ISOLATED.on(GPT2, false)) : spaced;
        return cut.then(word -> List.of(new Word(ByteAlphabet.encode(word.text()), word.first())));
    }

    private static PreTokenizer metaspace(JsonNode node) {
        String replacement = node.path("replacement").asText("\u2581");
        String scheme = node.has("prepend_scheme")
                ? node.path("prepend_scheme").asText()
                : node.path("add_prefix_space").asBoolean(true) ? "always" : "never";
        PreTokenizer marked = word -> {
            String text = word.text().replace(" ", replacement);
            boolean prepend = scheme.equals("always") || scheme.equals("first") && word.first();
            return List.of(
                    prepend && !text.startsWith(replacement)
                            ? new Word(replacement + text, word.first())
                            : new Word(text, word.first()));
        };
        return node.path("split").asBoolean(true)
                ? marked.then(SplitBehaviour.MERGED_WITH_NEXT.on(Pattern.compile(Pattern.quote(replacement)), false))
                : marked;
    }
}
