package io.scapa.text.view;

import io.scapa.provenance.Span;
import java.util.Arrays;

/**
 * Where each UTF-16 unit of a derived text came from. Kept as segments: a stretch as long as its source maps unit by
 * unit, any other (a composed or expanded cluster) maps as a whole; source between segments was dropped. A text with few
 * changes costs a few integers.
 */
final class OffsetMap {
    private final int[] derivedFrom;
    private final int[] sourceFrom;
    private final int[] sourceTo;
    private final int derivedLength;
    private final int sourceLength;

    private OffsetMap(Builder builder) {
        derivedFrom = Arrays.copyOf(builder.derivedFrom, builder.segments);
        sourceFrom = Arrays.copyOf(builder.sourceFrom, builder.segments);
        sourceTo = Arrays.copyOf(builder.sourceTo, builder.segments);
        derivedLength = builder.derivedLength;
        sourceLength = builder.sourceLength;
    }

    /** The smallest stretch of the source that made these units of the derived text; an empty one stays empty. */
    Span toSource(int from, int to) {
        if (from == to) {
            int at = from < derivedLength ? unitStart(from) : sourceLength;
            return new Span(at, at);
        }
        return new Span(unitStart(from), unitEnd(to - 1));
    }

    /** The smallest stretch of the derived text that holds whatever these units of the source became. */
    Span fromSource(int from, int to) {
        int first = derivedAt(from);
        int last = from == to ? first : derivedEnd(to);
        return new Span(first, Math.max(first, last));
    }

    private int unitStart(int unit) {
        int segment = segmentOf(derivedFrom, unit);
        return isLinear(segment) ? sourceFrom[segment] + unit - derivedFrom[segment] : sourceFrom[segment];
    }

    private int unitEnd(int unit) {
        int segment = segmentOf(derivedFrom, unit);
        return isLinear(segment) ? sourceFrom[segment] + unit - derivedFrom[segment] + 1 : sourceTo[segment];
    }

    /** The first derived unit whose source ends after {@code at}. */
    private int derivedAt(int at) {
        int segment = segmentOf(sourceFrom, at);
        if (segment < 0) {
            return 0;
        }
        if (at >= sourceTo[segment]) {
            return derivedTo(segment);
        }
        return isLinear(segment) ? derivedFrom[segment] + at - sourceFrom[segment] : derivedFrom[segment];
    }

    /** One past the last derived unit whose source starts before {@code to}. */
    private int derivedEnd(int to) {
        int segment = segmentOf(sourceFrom, to - 1);
        if (segment < 0) {
            return 0;
        }
        boolean inside = isLinear(segment) && to < sourceTo[segment];
        return inside ? derivedFrom[segment] + to - sourceFrom[segment] : derivedTo(segment);
    }

    private boolean isLinear(int segment) {
        return derivedTo(segment) - derivedFrom[segment] == sourceTo[segment] - sourceFrom[segment];
    }

    private int derivedTo(int segment) {
        return segment + 1 < derivedFrom.length ? derivedFrom[segment + 1] : derivedLength;
    }

    private static int segmentOf(int[] starts, int at) {
        int found = Arrays.binarySearch(starts, at);
        return found >= 0 ? found : -found - 2;
    }

    /** Collects a map while the derived text is written from left to right. */
    static final class Builder {
        private int[] derivedFrom = new int[16];
        private int[] sourceFrom = new int[16];
        private int[] sourceTo = new int[16];
        private int segments;
        private boolean open;
        private int derivedLength;
        private int sourceLength;

        /** The next units of the source stand in the derived text one by one, as they are or exchanged. */
        void copy(int units) {
            if (units == 0) {
                return;
            }
            if (!open) {
                start();
                open = true;
            }
            derivedLength += units;
            sourceLength += units;
            sourceTo[segments - 1] = sourceLength;
        }

        /** The next units of the source became this many units, over 0, as a whole. */
        void replace(int sourceUnits, int derivedUnits) {
            if (sourceUnits == derivedUnits) {
                copy(sourceUnits);
                return;
            }
            start();
            open = false;
            derivedLength += derivedUnits;
            sourceLength += sourceUnits;
            sourceTo[segments - 1] = sourceLength;
        }

        /** The next units of the source left nothing. */
        void drop(int units) {
            open = false;
            sourceLength += units;
        }

        OffsetMap build() {
            return new OffsetMap(this);
        }

        private void start() {
            if (segments == derivedFrom.length) {
                derivedFrom = Arrays.copyOf(derivedFrom, segments * 2);
                sourceFrom = Arrays.copyOf(sourceFrom, segments * 2);
                sourceTo = Arrays.copyOf(sourceTo, segments * 2);
            }
            derivedFrom[segments] = derivedLength;
            sourceFrom[segments] = sourceLength;
            sourceTo[segments] = sourceLength;
            segments++;
        }
    }
}
