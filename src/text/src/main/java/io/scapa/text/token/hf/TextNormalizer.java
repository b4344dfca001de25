package io.scapa.text.token.hf;

/** One step that rewrites text before it is cut. Immutable. */
@FunctionalInterface
interface TextNormalizer {
    /** Leaves text alone. */
    TextNormalizer NONE = text -> text;

    /** The text rewritten. */
    String apply(String text);

    /** This step, then another. */
    default TextNormalizer then(TextNormalizer next) {
        return text -> next.apply(apply(text));
    }
}
