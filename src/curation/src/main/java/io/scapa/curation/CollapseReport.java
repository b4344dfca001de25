package io.scapa.curation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a stress test says of a mixture.
 *
 * @param probability of collapse within the generations asked for, in [0, 1], or null where no test was run
 * @param summary one sentence for a reader
 * @param report everything that was found, written to {@code collapse/report.json}
 * @param charts SVG by file name such as {@code variance.svg}, written beside it
 */
public record CollapseReport(
        @Nullable Double probability, String summary, ObjectNode report, Map<String, String> charts) {
    private static final Pattern CHART_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.svg");

    public CollapseReport {
        if (probability != null && !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a collapse probability lies in [0, 1], got " + probability);
        }
        for (String name : charts.keySet()) {
            if (!CHART_NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "a chart's name is a plain file name that ends in .svg, got '" + name + "'");
            }
        }
        charts = Collections.unmodifiableMap(new TreeMap<>(charts));
    }

    /** No test was run. */
    public static CollapseReport none() {
        return new CollapseReport(null, "no collapse test was run", JsonNodeFactory.instance.objectNode(), Map.of());
    }

    /** Whether a test was run. */
    public boolean present() {
        return probability != null || !report.isEmpty();
    }
}
