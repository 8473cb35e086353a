package id.sidik.engine.kernel;

/** Places of which the displacement is known, in columns. Scratch memory, filled again and again. */
public final class KnownDisplacements {
    final int[] place;
    final float[] x;
    final float[] y;
    final float[] dx;
    final float[] dy;
    final int[] steps = new int[CodePlanes.LANES_MAX];
    private int count;

    /** Room for so many. */
    public KnownDisplacements(int capacity) {
        place = new int[capacity];
        x = new float[capacity];
        y = new float[capacity];
        dx = new float[capacity];
        dy = new float[capacity];
    }

    public void clear() {
        count = 0;
    }

    public int count() {
        return count;
    }

    /**
     * Adds one.
     *
     * @param number of the place among those that are to be moved
     * @param fromX where it lies before the displacement, px
     * @param toX where it is known to lie after it
     */
    public void add(int number, float fromX, float fromY, float toX, float toY) {
        place[count] = number;
        x[count] = fromX;
        y[count] = fromY;
        dx[count] = toX - fromX;
        dy[count++] = toY - fromY;
    }
}
