package io.scapa.cli;

/**
 * One line on a terminal that says how far a long job is; silent where nobody watches. Not thread-safe: the thread that
 * hands out the work reports.
 */
public final class ProgressLine implements AutoCloseable {
    private static final long REDRAW_NANOS = 200_000_000;

    private final Terminal terminal;
    private final String label;
    private final long started = System.nanoTime();
    private long drawn = started - REDRAW_NANOS;
    private int width;

    /** A line that starts with a label, such as {@code scoring}. */
    public ProgressLine(Terminal terminal, String label) {
        this.terminal = terminal;
        this.label = label;
    }

    /** Says how many units are done, with the rate since the start. */
    public void count(long done, String unit) {
        if (due()) {
            double seconds = (System.nanoTime() - started) / 1e9;
            draw("%s: %,d %s, %,.0f/s".formatted(label, done, unit, done / Math.max(seconds, 1e-3)));
        }
    }

    /** Says which share is done, in [0, 1], and of what. */
    public void share(double share, String step) {
        if (due()) {
            draw("%s: %3.0f %% %s".formatted(label, 100 * share, step));
        }
    }

    /** Wipes the line, so that what follows stands alone. */
    @Override
    public void close() {
        if (width > 0) {
            terminal.err().print("\r" + " ".repeat(width) + "\r");
            terminal.err().flush();
            width = 0;
        }
    }

    private boolean due() {
        return terminal.interactive() && System.nanoTime() - drawn >= REDRAW_NANOS;
    }

    private void draw(String text) {
        drawn = System.nanoTime();
        terminal.err().print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        terminal.err().flush();
        width = text.length();
    }
}
