package id.sidik.engine.kernel;

/** Pairs of a minutia of a probe and one of a reference, in columns. Scratch memory, filled again and again. */
public final class PairTable {
    final int[] probe;
    final int[] reference;
    final int[] turn;
    final float[] cos;
    final float[] sin;
    final float[] probeX;
    final float[] probeY;
    final float[] referenceX;
    final float[] referenceY;
    final float[] value;
    final float[] support;
    private final int capacity;
    private int count;

    /** Room for so many pairs. */
    public PairTable(int capacity) {
        this.capacity = capacity;
        int lanes = capacity + CodePlanes.LANES_MAX;
        probe = new int[lanes];
        reference = new int[lanes];
        turn = new int[lanes];
        cos = new float[lanes];
        sin = new float[lanes];
        probeX = new float[lanes];
        probeY = new float[lanes];
        referenceX = new float[lanes];
        referenceY = new float[lanes];
        value = new float[lanes];
        support = new float[lanes];
    }

    public void clear() {
        count = 0;
    }

    public boolean isFull() {
        return count == capacity;
    }

    public int count() {
        return count;
    }

    /** Adds a pair, for which there must be room; its places and its turn follow. */
    public void add(int probeMinutia, int referenceMinutia, float pairValue) {
        probe[count] = probeMinutia;
        reference[count] = referenceMinutia;
        value[count++] = pairValue;
    }

    /** Where the two minutiae of the last pair lie, px. */
    public void place(float ownX, float ownY, float otherX, float otherY) {
        probeX[count - 1] = ownX;
        probeY[count - 1] = ownY;
        referenceX[count - 1] = otherX;
        referenceY[count - 1] = otherY;
    }

    /** From the probe's direction to the reference's, in 256ths of a turn, with its cosine and sine. */
    public void turn(int angle, float cosine, float sine) {
        turn[count - 1] = angle;
        cos[count - 1] = cosine;
        sin[count - 1] = sine;
    }

    public int probe(int pair) {
        return probe[pair];
    }

    public int reference(int pair) {
        return reference[pair];
    }

    public float value(int pair) {
        return value[pair];
    }

    /** As the last {@link PairSupport#find} left it. */
    public float support(int pair) {
        return support[pair];
    }
}
