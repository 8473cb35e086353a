package id.sidik.engine.kernel;

import java.util.Arrays;

/** The neighbours of one minutia, by how much each is seen in every row and column of cells around it. Scratch memory. */
public final class NeighbourTable {
    /** Rows and columns of cells. */
    public static final int SIDE = 8;

    final float[] rows;
    final float[] cols;
    final int[] turned;

    /** For each row the neighbours that reach it. */
    final int[] inRow;

    final int[] countInRow = new int[SIDE];
    final int capacity;

    /** Of the cells of one row, section by section. */
    final float[] weights = new float[CodePlanes.SECTIONS * SIDE];

    private int count;

    /** Room for so many. */
    public NeighbourTable(int capacity) {
        this.capacity = capacity;
        rows = new float[capacity * SIDE];
        cols = new float[capacity * SIDE];
        turned = new int[capacity];
        inRow = new int[capacity * SIDE];
    }

    public void clear() {
        count = 0;
        Arrays.fill(countInRow, 0);
    }

    /**
     * Adds one, for which there must be room.
     *
     * @param turnedBy its direction, relative to that of the minutia, in 256ths of a turn
     */
    public void add(int turnedBy) {
        Arrays.fill(cols, count * SIDE, (count + 1) * SIDE, 0);
        turned[count++] = turnedBy;
    }

    /** How much the last one is seen in a row. */
    public void inRow(int row, float weight) {
        rows[(count - 1) * SIDE + row] = weight;
        if (weight != 0) {
            inRow[row * capacity + countInRow[row]++] = count - 1;
        }
    }

    public void inCol(int col, float weight) {
        cols[(count - 1) * SIDE + col] = weight;
    }
}
