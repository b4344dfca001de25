package io.scapa.simulation.family.rows;

import io.scapa.simulation.random.ChainRandom;
import java.util.Arrays;

/** Rows of one data set, with where each came from. */
final class RowStore {
    private final int width;
    private double[] rows;
    private boolean[] synthetic;
    private int count;
    private int[] order = new int[0];
    private int taken;

    RowStore(int width, int room) {
        this.width = width;
        rows = new double[Math.max(1, room) * width];
        synthetic = new boolean[Math.max(1, room)];
    }

    /** The array with room for at least some rows. */
    double[] rows(int atLeast) {
        if (atLeast > synthetic.length) {
            int room = Math.max(atLeast, 2 * synthetic.length);
            rows = Arrays.copyOf(rows, room * width);
            synthetic = Arrays.copyOf(synthetic, room);
        }
        return rows;
    }

    double[] rows() {
        return rows;
    }

    /** Where the next row goes. */
    int place() {
        return count * width;
    }

    void added(boolean fromModel) {
        synthetic[count++] = fromModel;
    }

    void copy(RowStore other, int row) {
        System.arraycopy(other.rows, row * width, rows(count + 1), place(), width);
        added(other.synthetic[row]);
    }

    void overwrite(int row, int by) {
        System.arraycopy(rows, by * width, rows, row * width, width);
        synthetic[row] = synthetic[by];
    }

    /** Copies some rows, without replacement, to another store: all of them, in order, where all are wanted. */
    void subsample(int wanted, RowStore into, ChainRandom random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        for (int i = 0; i < wanted; i++) {
            int other = wanted == count ? i : i + random.nextInt(count - i);
            int row = order[other];
            order[other] = order[i];
            into.copy(this, row);
        }
    }

    /** A row that was not taken before; all over again once every row was. */
    int takeOne(ChainRandom random) {
        if (order.length != count) {
            order = new int[count];
            for (int i = 0; i < count; i++) {
                order[i] = i;
            }
        }
        taken = taken == count ? 0 : taken;
        int other = taken + random.nextInt(count - taken);
        int row = order[other];
        order[other] = order[taken];
        order[taken++] = row;
        return row;
    }

    boolean synthetic(int row) {
        return synthetic[row];
    }

    int count() {
        return count;
    }
}
