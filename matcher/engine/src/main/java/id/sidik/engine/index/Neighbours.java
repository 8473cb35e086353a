package id.sidik.engine.index;

import id.sidik.engine.kernel.NearestPoints;

/** The nearest neighbours of each point, in order and as a set of bits. Scratch memory, filled again and again. */
final class Neighbours {
    private final int perPoint;
    private final int squareMin;
    private final int squareMax;
    private final int[] nearest;
    private final int[] scratch = new int[PointSet.POINTS_MAX + NearestPoints.SLACK];
    private final int[] counts = new int[PointSet.POINTS_MAX];
    private final long[] sets = new long[PointSet.POINTS_MAX];

    /** @param perPoint how many neighbours a point has at most, among those at a distance within the bounds */
    Neighbours(int perPoint, int distanceMinPx, int distanceMaxPx) {
        this.perPoint = perPoint;
        this.squareMin = square(distanceMinPx);
        this.squareMax = square(distanceMaxPx);
        this.nearest = new int[PointSet.POINTS_MAX * perPoint];
    }

    private static int square(int distancePx) {
        int eighths = distancePx * PointSet.EIGHTHS;
        return eighths * eighths;
    }

    /** O(points²). */
    void fill(PointSet points) {
        for (int point = 0; point < points.count(); point++) {
            int first = point * perPoint;
            counts[point] = NearestPoints.find(
                    points.eighthsX(),
                    points.eighthsY(),
                    points.count(),
                    point,
                    squareMin,
                    squareMax,
                    perPoint,
                    scratch,
                    nearest,
                    first);
            long set = 0;
            for (int rank = 0; rank < counts[point]; rank++) {
                set |= 1L << nearest[first + rank];
            }
            sets[point] = set;
        }
    }

    int count(int point) {
        return counts[point];
    }

    /** The neighbour of a rank from 0, the nearest. */
    int of(int point, int rank) {
        return nearest[point * perPoint + rank];
    }

    boolean hasNeighbours(int of, int one, int another) {
        return contains(of, one) && contains(of, another);
    }

    private boolean contains(int point, int other) {
        return (sets[point] >>> other & 1) != 0;
    }
}
