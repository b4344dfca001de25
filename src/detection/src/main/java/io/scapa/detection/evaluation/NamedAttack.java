package io.scapa.detection.evaluation;

import io.scapa.detection.attack.Attack;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * An attack that an evaluation can make: those that training makes too, and some of RAID that it never makes.
 *
 * @param name as the command line has it, such as {@code zero-width}
 * @param change what is done to a text
 */
public record NamedAttack(String name, Change change) {
    /** What an attack does. */
    @FunctionalInterface
    public interface Change {
        /** The text after the attack; the random stream is the only source of chance. */
        String apply(String text, RandomGenerator random);
    }

    /**
     * All that there are. Where RAID's own attack differs from the one that training makes, the name without more means RAID's:
     * extra spaces between words only, every letter of its list a look-alike, a zero-width space after every character.
     */
    public static List<NamedAttack> all() {
        return Stream.concat(
                        Arrays.stream(Attack.values()).map(a -> new NamedAttack(name(a), a::apply)),
                        Stream.of(
                                new NamedAttack("whitespace", RaidAttacks::spaces),
                                new NamedAttack("homoglyph", RaidAttacks::lookAlikes),
                                new NamedAttack("zero-width", RaidAttacks::zeroWidth),
                                new NamedAttack("synonym", Synonyms::swap)))
                .toList();
    }

    private static String name(Attack attack) {
        return switch (attack) {
            case WHITESPACE -> "spaces-in-words";
            case HOMOGLYPH -> "some-homoglyphs";
            case ZERO_WIDTH -> "some-zero-width";
            default -> attack.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** The attacks of RAID that need no language model. */
    public static List<NamedAttack> raid() {
        return named(List.of(
                "homoglyph",
                "zero-width",
                "whitespace",
                "upper-lower",
                "number-swap",
                "paragraph-insert",
                "misspelling",
                "article-deletion",
                "alternative-spelling",
                "synonym"));
    }

    /**
     * The attacks of some names.
     *
     * @throws IllegalArgumentException where a name is none
     */
    public static List<NamedAttack> named(List<String> names) {
        return names.stream()
                .map(name -> all().stream()
                        .filter(a -> a.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no attack is called " + name + "; known: "
                                + all().stream().map(NamedAttack::name).toList())))
                .toList();
    }
}
