package io.scapa.text.token.hf;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every normalizer and pre-tokenizer that files can name, as files spell them. */
final class TokenizerParts {
    /** By a name of the test's own. */
    static final Map<String, String> NORMALIZERS = new TreeMap<>(Map.ofEntries(
            Map.entry("NFC", "{\"type\":\"NFC\"}"),
            Map.entry("NFD", "{\"type\":\"NFD\"}"),
            Map.entry("NFKC", "{\"type\":\"NFKC\"}"),
            Map.entry("NFKD", "{\"type\":\"NFKD\"}"),
            Map.entry("Lowercase", "{\"type\":\"Lowercase\"}"),
            Map.entry("Strip", "{\"type\":\"Strip\",\"strip_left\":true,\"strip_right\":true}"),
            Map.entry(
                    "StripAccents",
                    "{\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"NFD\"},{\"type\":\"StripAccents\"}]}"),
            Map.entry("Replace", "{\"type\":\"Replace\",\"pattern\":{\"Regex\":\"\\\\s+|[a-c]\"},\"content\":\"$1-\"}"),
            Map.entry("ReplaceString", "{\"type\":\"Replace\",\"pattern\":{\"String\":\" \"},\"content\":\"\u2581\"}"),
            Map.entry("Prepend", "{\"type\":\"Prepend\",\"prepend\":\"\u2581\"}"),
            Map.entry("Nmt", "{\"type\":\"Nmt\"}"),
            Map.entry("ByteLevel", "{\"type\":\"ByteLevel\"}"),
            Map.entry(
                    "Bert",
                    "{\"type\":\"BertNormalizer\",\"clean_text\":true,\"handle_chinese_chars\":true,"
                            + "\"strip_accents\":null,\"lowercase\":true}"),
            Map.entry(
                    "BertCased",
                    "{\"type\":\"BertNormalizer\",\"clean_text\":true,\"handle_chinese_chars\":true,"
                            + "\"strip_accents\":null,\"lowercase\":false}"),
            Map.entry("StripLeft", "{\"type\":\"Strip\",\"strip_left\":true,\"strip_right\":false}"),
            Map.entry(
                    "Precompiled",
                    "{\"type\":\"Precompiled\",\"precompiled_charsmap\":\"" + CharsMaps.small() + "\"}")));

    static final List<String> PRE_TOKENIZERS = List.of(
            "{\"type\":\"ByteLevel\",\"add_prefix_space\":false,\"trim_offsets\":true,\"use_regex\":true}",
            "{\"type\":\"ByteLevel\",\"add_prefix_space\":true,\"trim_offsets\":true,\"use_regex\":true}",
            "{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Split\",\"pattern\":{\"Regex\":\"(?i:'s|'t|'re|'ve|'m|'ll|'d)"
                    + "|[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?\\\\p{L}+|\\\\p{N}{1,3}| ?[^\\\\s\\\\p{L}\\\\p{N}]+[\\\\r\\\\n]*|\\\\s*[\\\\r\\\\n]+"
                    + "|\\\\s+(?!\\\\S)|\\\\s+\"},\"behavior\":\"Isolated\",\"invert\":false},{\"type\":\"ByteLevel\","
                    + "\"add_prefix_space\":false,\"trim_offsets\":true,\"use_regex\":false}]}",
            "{\"type\":\"Metaspace\",\"replacement\":\"\u2581\",\"prepend_scheme\":\"always\",\"split\":true}",
            "{\"type\":\"Metaspace\",\"replacement\":\"\u2581\",\"prepend_scheme\":\"first\",\"split\":false}",
            "{\"type\":\"Whitespace\"}",
            "{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"WhitespaceSplit\"},{\"type\":\"Digits\",\"individual_digits\":true},"
                    + "{\"type\":\"Punctuation\",\"behavior\":\"MergedWithPrevious\"}]}",
            "{\"type\":\"Sequence\",\"pretokenizers\":[{\"type\":\"Digits\",\"individual_digits\":false},"
                    + "{\"type\":\"Punctuation\",\"behavior\":\"Contiguous\"}]}",
            "{\"type\":\"BertPreTokenizer\"}",
            "{\"type\":\"Split\",\"pattern\":{\"String\":\"e\"},\"behavior\":\"MergedWithNext\",\"invert\":false}",
            "{\"type\":\"CharDelimiterSplit\",\"delimiter\":\" \"}",
            "{\"type\":\"Metaspace\",\"replacement\":\"_\",\"prepend_scheme\":\"never\",\"split\":true}",
            "{\"type\":\"WhitespaceSplit\"}",
            "{\"type\":\"Split\",\"pattern\":{\"Regex\":\"[\\\\p{P}\\\\p{S}]+\"},\"behavior\":\"Removed\",\"invert\":false}",
            "{\"type\":\"Split\",\"pattern\":{\"Regex\":\"[\\\\p{L}\\\\p{M}]+|\\\\p{N}\"},\"behavior\":\"Contiguous\",\"invert\":true}",
            "{\"type\":\"UnicodeScripts\"}",
            "{\"type\":\"FixedLength\",\"length\":3}");

    private TokenizerParts() {}
}
