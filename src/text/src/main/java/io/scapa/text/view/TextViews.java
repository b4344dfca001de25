package io.scapa.text.view;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * The three views of one text, each derived when first asked for, in time linear in its length.
 *
 * <ul>
 *   <li><b>original</b>: as received. Marks and credentials are read here.
 *   <li><b>clean</b>: invisible carriers removed ({@link CarrierStripping}), NFC, line ends {@code \n}. Hashed, counted,
 *       watermark-tested, exported.
 *   <li><b>folded</b>: the clean view with Latin look-alikes made Latin ({@link HomoglyphFolding}), NFKC, and white space
 *       evened out ({@link SpaceFolding}). For features, residue patterns and dedup keys only, never stored as the text.
 * </ul>
 *
 * Plain printable ASCII is its own clean view, without a copy. The clean view of a clean text is that text. Safe for use by
 * several threads, which may then derive a view twice.
 */
public final class TextViews {
    private static final int MOST_ROUNDS = 5;

    private final View original;
    private @Nullable View clean;
    private @Nullable View folded;
    private @Nullable View foldedLowerCase;

    private TextViews(String original) {
        this.original = View.identity(original);
    }

    /** The views of a text, none derived yet. */
    public static TextViews of(String original) {
        return new TextViews(original);
    }

    /** The text as received. */
    public View original() {
        return original;
    }

    /** The clean view. */
    public View clean() {
        View view = clean;
        if (view == null) {
            view = deriveClean();
            clean = view;
        }
        return view;
    }

    /** The folded view; letters keep their case. */
    public View folded() {
        View view = folded;
        if (view == null) {
            view = deriveFolded();
            folded = view;
        }
        return view;
    }

    /** The folded view in lower case, letter by letter, so that it is as long as {@link #folded}. */
    public View foldedLowerCase() {
        View view = foldedLowerCase;
        if (view == null) {
            view = folded().derive(LowerCase.derive(folded().text()));
            foldedLowerCase = view;
        }
        return view;
    }

    /** What composes may change what a joiner stands beside, so the two steps take turns until both are content. */
    private View deriveClean() {
        View view = original;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            View stripped = view.derive(CarrierStripping.derive(view.text()));
            if (round > 0 && stripped == view) {
                return view;
            }
            view = stripped.derive(NormalForm.composed(Normalizer.Form.NFC).derive(stripped.text()));
            if (view == stripped) {
                return view;
            }
        }
        return view;
    }

    private View deriveFolded() {
        View view = clean();
        if (!Ascii.isAscii(view.text())) {
            View latin = view.derive(HomoglyphFolding.derive(view.text()));
            view = latin.derive(NormalForm.composed(Normalizer.Form.NFKC).derive(latin.text()));
            view = view == latin ? view : view.derive(HomoglyphFolding.derive(view.text()));
        }
        return view.derive(SpaceFolding.derive(view.text()));
    }
}
