package id.sidik.engine.kernel;

/** {@link NearestPoints} by insertion. */
public final class ScalarNearestPoints {
    private ScalarNearestPoints() {}

    /** As {@link NearestPoints#find}. */
    public static int find(
            int[] x,
            int[] y,
            int count,
            int point,
            int squareMin,
            int squareMax,
            int few,
            int[] squares,
            int[] nearest,
            int first) {
        int found = 0;
        for (int other = 0; other < count; other++) {
            int dx = x[point] - x[other];
            int dy = y[point] - y[other];
            int square = dx * dx + dy * dy;
            if (square < squareMin || square > squareMax || (found == few && square >= squares[found - 1])) {
                continue;
            }
            int rank = found == few ? found - 1 : found++;
            while (rank > 0 && squares[rank - 1] > square) {
                squares[rank] = squares[rank - 1];
                nearest[first + rank] = nearest[first + rank - 1];
                rank--;
            }
            squares[rank] = square;
            nearest[first + rank] = other;
        }
        return found;
    }
}
