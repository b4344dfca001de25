package io.scapa.detection.evaluation;

import io.scapa.detection.attack.Attack;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * An attack that an evaluation can make: those that training makes too, and synonyms, which it never makes.
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

    /** All that there are. */
    public static List<NamedAttack> all() {
        return Stream.concat(
                        Arrays.stream(Attack.values())
                                .map(a -> new NamedAttack(
                                        a.name().toLowerCase(Locale.ROOT).replace('_', '-'), a::apply)),
                        Stream.of(new NamedAttack("synonym", Synonyms::swap)))
                .toList();
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
