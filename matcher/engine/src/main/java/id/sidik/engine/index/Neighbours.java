package id.sidik.engine.index;

import java.util.Arrays;

/** The nearest neighbours of each point, as sets of bits. Scratch memory, filled again and again. */
final class Neighbours {
    private static final int WORDS = (PointSet.POINTS_MAX + Long.SIZE - 1) / Long.SIZE;

    private final int perPoint;
    private final float distanceMinPx;
    private final float distanceMaxPx;
    private final int[] nearest;
    private final float[] squares;
    private final int[] counts = new int[PointSet.POINTS_MAX];
    private final long[] sets = new long[PointSet.POINTS_MAX * WORDS];

    /** @param perPoint how many neighbours a point has at most, among those at a distance within the bounds */
    Neighbours(int perPoint, float distanceMinPx, float distanceMaxPx) {
        this.perPoint = perPoint;
        this.distanceMinPx = distanceMinPx;
        this.distanceMaxPx = distanceMaxPx;
        this.nearest = new int[PointSet.POINTS_MAX * perPoint];
        this.squares = new float[perPoint];
    }

    /** O(points²). */
    void fill(PointSet points) {
        Arrays.fill(sets, 0, points.count() * WORDS, 0);
        for (int point = 0; point < points.count(); point++) {
            counts[point] = 0;
            for (int other = 0; other < points.count(); other++) {
                float dx = points.x(point) - points.x(other);
                float dy = points.y(point) - points.y(other);
                float square = dx * dx + dy * dy;
                if (square >= distanceMinPx * distanceMinPx && square <= distanceMaxPx * distanceMaxPx) {
                    insert(point, other, square);
                }
            }
            for (int rank = 0; rank < counts[point]; rank++) {
                int other = of(point, rank);
                sets[point * WORDS + other / Long.SIZE] |= 1L << other;
            }
        }
    }

    /** By distance, equals in order of their number. */
    private void insert(int point, int other, float square) {
        int rank = counts[point];
        if (rank == perPoint) {
            if (square >= squares[rank - 1]) {
                return;
            }
            rank--;
        } else {
            counts[point]++;
        }
        int first = point * perPoint;
        while (rank > 0 && squares[rank - 1] > square) {
            squares[rank] = squares[rank - 1];
            nearest[first + rank] = nearest[first + rank - 1];
            rank--;
        }
        squares[rank] = square;
        nearest[first + rank] = other;
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
        return (sets[point * WORDS + other / Long.SIZE] >>> other & 1) != 0;
    }
}
