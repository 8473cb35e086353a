package id.sidik.engine.index;

/**
 * The promising references of one probe in one block, in the order of their numbers: how much their votes agree, and on which pose.
 * Scratch memory that outlives the look it was filled by.
 */
public final class Prospects {
    private final int[] reference = new int[PromisingReferences.ROOM];
    private final float[] agreement = new float[PromisingReferences.ROOM];
    private final float[] cos = new float[PromisingReferences.ROOM];
    private final float[] sin = new float[PromisingReferences.ROOM];
    private final float[] shiftX = new float[PromisingReferences.ROOM];
    private final float[] shiftY = new float[PromisingReferences.ROOM];
    private int count;

    void clear() {
        count = 0;
    }

    void add(int referenceNumber, float agreed, Pose pose) {
        reference[count] = referenceNumber;
        agreement[count] = agreed;
        cos[count] = pose.cos;
        sin[count] = pose.sin;
        shiftX[count] = pose.shiftX;
        shiftY[count++] = pose.shiftY;
    }

    public int count() {
        return count;
    }

    /** The number of a reference in its block. */
    public int reference(int prospect) {
        return reference[prospect];
    }

    /** How much the votes of a prospect agree, above 0: to tell which are worth a {@linkplain FingerSearch#pair second look}. */
    public float agreement(int prospect) {
        return agreement[prospect];
    }

    void pose(int prospect, Pose into) {
        into.cos = cos[prospect];
        into.sin = sin[prospect];
        into.shiftX = shiftX[prospect];
        into.shiftY = shiftY[prospect];
    }
}
