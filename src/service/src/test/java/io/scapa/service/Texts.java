package io.scapa.service;

import java.util.Random;
import java.util.StringJoiner;

/** Texts that no other test has: words drawn from a seed. */
public final class Texts {
    private static final String[] WORDS =
            ("the of and a to in is was he for it with as his on be at by had not are but from or "
                            + "have they which one you were her all she there would their we him been has when who will more river stone "
                            + "house night winter letter road window garden morning harbour silver quiet bread")
                    .split(" ");

    private Texts() {}

    /** Some 120 words. */
    public static String of(String seed) {
        Random random = new Random(seed.hashCode());
        StringJoiner text = new StringJoiner(" ", seed + " ", ".");
        for (int i = 0; i < 120; i++) {
            text.add(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
