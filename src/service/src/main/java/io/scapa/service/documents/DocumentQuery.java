package io.scapa.service.documents;

import io.scapa.provenance.Origin;
import io.scapa.provenance.Pool;
import io.scapa.service.problem.Fault;
import io.scapa.service.problem.Problem;
import io.scapa.service.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which documents to list.
 *
 * @param source seen in this source, or null for any
 * @param origin placed at this origin, or null
 * @param pool whose most probable pool this is, or null; where it is given, {@code minProbability} is that pool's
 * @param minProbability least probability, of the pool or else of being synthetic, or null
 * @param after the hash after which the page begins; empty for the first page
 * @param limit most documents of the page
 */
record DocumentQuery(
        @Nullable String source,
        @Nullable Origin origin,
        @Nullable Pool pool,
        @Nullable Double minProbability,
        String after,
        int limit) {
    private static final int STANDARD_LIMIT = 100;
    private static final int MOST = 1000;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** @throws ProblemException with every parameter that is wrong */
    static DocumentQuery read(
            @Nullable String source,
            @Nullable String origin,
            @Nullable String pool,
            @Nullable String minProbability,
            @Nullable String cursor,
            @Nullable String limit) {
        List<Fault> faults = new ArrayList<>();
        DocumentQuery query = new DocumentQuery(
                source,
                parse(
                        "origin",
                        origin,
                        "one of " + Arrays.toString(Origin.values()),
                        word -> Origin.valueOf(word.toUpperCase(Locale.ROOT)),
                        faults),
                parse("pool", pool, "one of alpha, beta, gamma, eta", Pool::of, faults),
                parse("minProbability", minProbability, "a number in [0, 1]", DocumentQuery::probability, faults),
                orElse(parse("cursor", cursor, "a cursor that a page gave", DocumentQuery::hash, faults), ""),
                orElse(
                        parse("limit", limit, "a whole number from 1 to " + MOST, DocumentQuery::limit, faults),
                        STANDARD_LIMIT));
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badInput(faults));
        }
        return query;
    }

    private static <T> @Nullable T parse(
            String name, @Nullable String value, String expectation, Function<String, T> parser, List<Fault> faults) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            faults.add(Fault.of(name, expectation, value));
            return null;
        }
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static double probability(String text) {
        double value = Double.parseDouble(text);
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static String hash(String text) {
        if (!HASH.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static int limit(String text) {
        int value = Integer.parseInt(text);
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }
}
