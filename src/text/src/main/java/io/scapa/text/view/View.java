package io.scapa.text.view;

import io.scapa.provenance.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text derived from an original, with offsets that lead back. Immutable.
 *
 * <pre>{@code
 * View clean = TextViews.of("so\u200Bme").clean();
 * clean.text();            // "some"
 * clean.toOriginal(2, 4);  // [3, 5)
 * }</pre>
 */
public final class View {
    private final String text;
    private final int originalLength;
    private final @Nullable OffsetMap offsets;
    private final @Nullable View source;

    private View(String text, int originalLength, @Nullable OffsetMap offsets, @Nullable View source) {
        this.text = text;
        this.originalLength = originalLength;
        this.offsets = offsets;
        this.source = source;
    }

    static View identity(String original) {
        return new View(original, original.length(), null, null);
    }

    /** This view where nothing changed, else one more step away from the original. */
    View derive(Derivation derivation) {
        return derivation.offsets() == null
                ? this
                : new View(derivation.text(), originalLength, derivation.offsets(), this);
    }

    /** The text of this view. */
    public String text() {
        return text;
    }

    /** Whether this is the original, unit by unit. */
    public boolean isOriginal() {
        return offsets == null;
    }

    /**
     * The smallest stretch of the original that made the units [from, to) of this view. Dropped characters inside the
     * stretch belong to it, those at its edges do not. An empty stretch maps to an empty one.
     *
     * @throws IndexOutOfBoundsException where the stretch does not lie in this view
     */
    public Span toOriginal(int from, int to) {
        Objects.checkFromToIndex(from, to, text.length());
        if (offsets == null || source == null) {
            return new Span(from, to);
        }
        Span step = offsets.toSource(from, to);
        return source.toOriginal(step.from(), step.to());
    }

    /**
     * The smallest stretch of this view that holds whatever the units [from, to) of the original became.
     *
     * @throws IndexOutOfBoundsException where the stretch does not lie in the original
     */
    public Span fromOriginal(int from, int to) {
        Objects.checkFromToIndex(from, to, originalLength);
        if (offsets == null || source == null) {
            return new Span(from, to);
        }
        Span step = source.fromOriginal(from, to);
        return offsets.fromSource(step.from(), step.to());
    }

    @Override
    public String toString() {
        return text;
    }
}
