package io.scapa.simulation.engine;

/**
 * Which generations are recorded: all of them up to a limit, then an even grid that always holds the first and the last,
 * so that memory does not grow with the length of a run. Crossings are watched at every generation whatever is recorded.
 */
public final class RecordedGenerations {
    private static final int MOST = 600;

    private final int[] rowOf;
    private final int[] generations;

    RecordedGenerations(int count) {
        int kept = Math.min(count, MOST);
        rowOf = new int[count];
        generations = new int[kept];
        java.util.Arrays.fill(rowOf, -1);
        for (int row = 0; row < kept; row++) {
            int index = kept == 1 ? count - 1 : (int) Math.round(row * (count - 1.0) / (kept - 1));
            generations[row] = index;
            rowOf[index] = row;
        }
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
