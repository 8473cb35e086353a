package id.sidik.engine.kernel;

/** How far the nearest of some places is. O(places). */
public final class NearestPlace {
    private NearestPlace() {}

    /**
     * The square of its distance, {@link Float#MAX_VALUE} if there is none.
     *
     * @param x of the places, finite
     * @param count of the places; what lies beyond is not read
     */
    public static float square(float[] x, float[] y, int count, float fromX, float fromY) {
        return VectorModule.IS_PRESENT
                ? VectorNearestPlace.square(x, y, count, fromX, fromY)
                : ScalarNearestPlace.square(x, y, count, fromX, fromY);
    }
}
