package id.sidik.engine.ridges;

import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes the ends of lines for minutiae, or not. The edge of a print cuts every ridge, smudges make clusters, and a line that runs
 * across the flow is no ridge.
 */
final class MinutiaSelection {
    /** Real fingers show 20 to 80; what ranks lower is mostly noise, and costs every comparison. */
    static final int COUNT_MAX = 100;

    private static final double EDGE_PX = 7;

    /** Beyond an end the finger must go on, or the end is that of the print. */
    private static final double AHEAD_PX = 8;

    private static final double FULL_QUALITY_DEPTH_PX = 24;
    private static final double QUALITY_MIN = 0.05;

    /** About two ridges: three neighbours as close as that are a smudge. */
    private static final double CROWD_PX = 14;

    private static final int CROWD_COUNT = 3;
    private static final double CROWDED_QUALITY_SHARE = 0.2;

    private final RidgeFlow flow;
    private final PrintArea area;
    private final List<Found> found = new ArrayList<>();

    private record Found(LineEnd end, double direction, MinutiaType type, double quality) {
        boolean isCrowdedBy(Found other) {
            return !equals(other) && Math.hypot(other.end.x() - end.x(), other.end.y() - end.y()) < CROWD_PX;
        }
    }

    private MinutiaSelection(RidgeFlow flow, PrintArea area) {
        this.flow = flow;
        this.area = area;
    }

    /** The minutiae, best first. */
    static Minutiae of(RidgeMap map, RidgeFlow flow, PrintArea area) {
        MinutiaSelection selection = new MinutiaSelection(flow, area);
        selection.add(LineEnds.of(new Skeleton(map, RidgeMap.RIDGE)), MinutiaType.ENDING);
        selection.add(LineEnds.of(new Skeleton(map, RidgeMap.VALLEY)), MinutiaType.BIFURCATION);
        return selection.best();
    }

    private void add(List<LineEnd> ends, MinutiaType type) {
        for (LineEnd end : ends) {
            double depth = area.depthPxAt(end.x(), end.y());
            double orientation = flow.orientationAt(end.x(), end.y());
            double along = Math.cos(end.direction() - orientation);
            double direction = along >= 0 ? orientation : orientation + Math.PI;
            boolean runsWithFlow = Math.abs(along) >= 0.5;
            if (depth >= EDGE_PX && runsWithFlow && goesOn(end, direction)) {
                double quality = flow.confidenceAt(end.x(), end.y()) * Math.min(1, depth / FULL_QUALITY_DEPTH_PX);
                found.add(new Found(end, direction, type, quality));
            }
        }
    }

    private boolean goesOn(LineEnd end, double direction) {
        return area.holds(end.x() - AHEAD_PX * Math.cos(direction), end.y() - AHEAD_PX * Math.sin(direction));
    }

    private Minutiae best() {
        Minutiae.Builder minutiae = Minutiae.builder();
        found.stream()
                .map(this::judged)
                .filter(one -> one.quality >= QUALITY_MIN)
                .sorted(Comparator.comparingDouble(Found::quality).reversed())
                .limit(COUNT_MAX)
                .forEach(one -> minutiae.add(one.end.x(), one.end.y(), one.direction, one.type, steps(one.quality)));
        return minutiae.build();
    }

    private Found judged(Found one) {
        boolean isCrowded = found.stream().filter(one::isCrowdedBy).count() >= CROWD_COUNT;
        return isCrowded ? new Found(one.end, one.direction, one.type, one.quality * CROWDED_QUALITY_SHARE) : one;
    }

    private static int steps(double quality) {
        return (int) Math.round(Math.min(1, quality) * Minutiae.QUALITY_MAX);
    }
}
