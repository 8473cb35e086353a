package id.sidik.engine.kernel;

/** How far the nearest of some places is from each of some others. O(places × others). */
public final class NearestPlace {
    private NearestPlace() {}

    /**
     * Finds the squares of the distances, {@link Float#MAX_VALUE} if there is no place.
     *
     * @param x of the places, finite
     * @param count of the places; what lies beyond is not read
     * @param fromX of the others; up to {@link CodePlanes#LANES_MAX} entries beyond their count are read
     * @param squares gets one for each of the others; as many entries beyond are overwritten
     */
    public static void squares(
            float[] x, float[] y, int count, float[] fromX, float[] fromY, int fromCount, float[] squares) {
        if (VectorModule.IS_PRESENT) {
            VectorNearestPlace.squares(x, y, count, fromX, fromY, fromCount, squares);
        } else {
            ScalarNearestPlace.squares(x, y, count, fromX, fromY, fromCount, squares);
        }
    }
}
