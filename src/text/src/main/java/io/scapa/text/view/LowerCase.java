package io.scapa.text.view;

/** Lower case, one code point for one, so that offsets stay as they are. */
final class LowerCase {
    private LowerCase() {}

    static Derivation derive(String text) {
        int[] codePoints = text.codePoints().map(Character::toLowerCase).toArray();
        String lower = new String(codePoints, 0, codePoints.length);
        if (lower.equals(text)) {
            return Derivation.same(text);
        }
        OffsetMap.Builder offsets = new OffsetMap.Builder();
        offsets.copy(text.length());
        return new Derivation(lower, offsets.build());
    }
}
