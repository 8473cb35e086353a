package id.sidik.engine.index;

/**
 * The triplets of a print: each minutia with each two of its nearest neighbours, once. A triplet is described by the lengths of
 * its sides, the directions of its minutiae relative to its longest side, and its handedness: these stay when the print is moved
 * and turned (after Germain, Califano, Colville, "Fingerprint matching using transformation parameter clustering", 1997, and
 * Bhanu and Tan, "Fingerprint indexing based on novel features of minutiae triplets", TPAMI 2003). Its longest side begins at the
 * end that the third minutia is farther from. Scratch memory, used again and again.
 */
final class Triplets {
    /** Neighbours a minutia is combined with: 5 find more mates than 4, and 6 cost more than they find (docs/performance.md). */
    static final int NEIGHBOURS = 5;

    /** Nearer minutiae have no side whose direction could be told; farther ones are torn apart by distortion. */
    private static final int SIDE_MIN_PX = 12;

    private static final int SIDE_MAX_PX = 110;

    /** Sides that differ by less are taken in either order by a probe: which is longer is a matter of chance. */
    private static final float SAME_LENGTH_PX = 2.5f;

    private final PointSet points;
    private final Neighbours neighbours = new Neighbours(NEIGHBOURS, SIDE_MIN_PX, SIDE_MAX_PX);
    private final Triplet triplet = new Triplet();

    /** @param points of the print that is asked about; may be filled anew between two questions */
    Triplets(PointSet points) {
        this.points = points;
    }

    /** Takes the triplets one after the other; the object is the same each time. */
    @FunctionalInterface
    interface Sink {
        void take(Triplet triplet);
    }

    /** Of a reference: each triplet once. */
    void ofReference(Sink sink) {
        visit(0, sink);
    }

    /** Of a probe: a triplet of doubtful order in each order that it may have in a reference. */
    void ofProbe(Sink sink) {
        visit(SAME_LENGTH_PX, sink);
    }

    private void visit(float tolerancePx, Sink sink) {
        neighbours.fill(points);
        for (int point = 0; point < points.count(); point++) {
            for (int one = 0; one < neighbours.count(point); one++) {
                for (int other = one + 1; other < neighbours.count(point); other++) {
                    visit(point, neighbours.of(point, one), neighbours.of(point, other), tolerancePx, sink);
                }
            }
        }
    }

    /** A triplet that another of its minutiae has, too, is taken where the minutia with the smallest number has it. */
    private void visit(int point, int one, int other, float tolerancePx, Sink sink) {
        boolean isOnes = one < point && neighbours.hasNeighbours(one, point, other);
        boolean isOthers = other < point && neighbours.hasNeighbours(other, point, one);
        if (!isOnes && !isOthers) {
            order(Math.min(point, Math.min(one, other)), point, one, other, tolerancePx, sink);
        }
    }

    private void order(int least, int point, int one, int other, float tolerancePx, Sink sink) {
        int most = Math.max(point, Math.max(one, other));
        int middle = point + one + other - least - most;
        float near = points.distance(least, middle);
        float far = points.distance(middle, most);
        float across = points.distance(least, most);
        float longest = Math.max(near, Math.max(far, across)) - tolerancePx;
        if (near >= longest) {
            orient(least, middle, most, near, across, far, tolerancePx, sink);
            if (tolerancePx == 0) {
                return;
            }
        }
        if (far >= longest) {
            orient(middle, most, least, far, near, across, tolerancePx, sink);
            if (tolerancePx == 0) {
                return;
            }
        }
        if (across >= longest) {
            orient(least, most, middle, across, near, far, tolerancePx, sink);
        }
    }

    /** @param fromBegin from the third minutia to the begin of the longest side; likewise to its end */
    private void orient(
            int begin, int end, int third, float side, float fromBegin, float fromEnd, float tolerancePx, Sink sink) {
        boolean isAmbiguous = Math.abs(fromBegin - fromEnd) < tolerancePx;
        if (fromBegin >= fromEnd || isAmbiguous) {
            describe(begin, end, third, side, fromBegin, fromEnd);
            sink.take(triplet);
        }
        if (fromBegin < fromEnd || isAmbiguous) {
            describe(end, begin, third, side, fromEnd, fromBegin);
            sink.take(triplet);
        }
    }

    private void describe(int begin, int end, int third, float side, float fromBegin, float fromEnd) {
        float dx = points.x(end) - points.x(begin);
        float dy = points.y(end) - points.y(begin);
        float toThirdX = points.x(third) - points.x(begin);
        float toThirdY = points.y(third) - points.y(begin);
        float turns = Turns.of(dx, dy);
        triplet.side = side;
        triplet.fromBegin = fromBegin;
        triplet.fromEnd = fromEnd;
        triplet.turns = turns;
        triplet.beginTurns = Turns.fraction(points.turns(begin) - turns);
        triplet.endTurns = Turns.fraction(points.turns(end) - turns);
        triplet.thirdTurns = Turns.fraction(points.turns(third) - turns);
        triplet.isClockwise = dx * toThirdY - dy * toThirdX > 0;
        triplet.x = (points.x(begin) + points.x(end) + points.x(third)) / 3;
        triplet.y = (points.y(begin) + points.y(end) + points.y(third)) / 3;
    }

    /** One triplet: lengths in px, directions in turns relative to the longest side, which itself is relative to the x axis. */
    static final class Triplet {
        float side;
        float fromBegin;
        float fromEnd;
        float beginTurns;
        float endTurns;
        float thirdTurns;
        boolean isClockwise;
        float turns;
        float x;
        float y;
    }
}
