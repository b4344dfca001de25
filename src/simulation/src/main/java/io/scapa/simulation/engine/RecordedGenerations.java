package io.scapa.simulation.engine;

/**
 * Which generations are recorded: all of them up to a limit, else the first twenty and an even grid to the last,
 * so that memory does not grow with the length of a run. Crossings are watched at every generation whatever is recorded.
 */
public final class RecordedGenerations {
    private static final int MOST = 100;
    private static final int EARLY = 20;

    private final int[] rowOf;
    private final int[] generations;

    RecordedGenerations(int count) {
        rowOf = new int[count];
        java.util.Arrays.fill(rowOf, -1);
        int[] kept = new int[Math.min(count, MOST)];
        int rows = 0;
        for (int i = 0; i < kept.length; i++) {
            boolean all = count <= MOST || i < EARLY;
            double step = (count - 1.0 - EARLY) / (MOST - 1 - EARLY);
            int index = all ? i : (int) Math.round(EARLY + (i - EARLY) * step);
            rowOf[index] = rows;
            kept[rows++] = index;
        }
        generations = kept;
    }

    /** How many generations are recorded. */
    public int count() {
        return generations.length;
    }

    /** The row of a generation's index, counted from 0; -1 where it is not recorded. */
    public int row(int index) {
        return rowOf[index];
    }

    /** The generation index, counted from 0, of a row. */
    public int index(int row) {
        return generations[row];
    }
}
