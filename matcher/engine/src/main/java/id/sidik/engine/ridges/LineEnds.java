package id.sidik.engine.ridges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds where the lines of a skeleton end, once spurs are cut off and small gaps are closed. */
final class LineEnds {
    /** A branch as short as this is the skeleton of a bump, not of a ridge. */
    private static final int SPUR_PX = 12;

    /** As far as a line is followed to tell its direction. */
    private static final int DIRECTION_PX = 18;

    private static final double GAP_PX = 6;

    private final Skeleton skeleton;

    private LineEnds(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    /** Changes the skeleton. */
    static List<LineEnd> of(Skeleton skeleton) {
        LineEnds ends = new LineEnds(skeleton);
        ends.cutSpurs();
        return withoutGaps(ends.find());
    }

    private void cutSpurs() {
        for (int i : skeleton.pixels()) {
            if (skeleton.holds(i) && skeleton.branches(i) == 1) {
                cutSpur(i);
            }
        }
    }

    private void cutSpur(int end) {
        int[] path = follow(end, SPUR_PX);
        if (path.length > SPUR_PX) {
            return;
        }
        boolean meetsLine = skeleton.branches(path[path.length - 1]) >= 3;
        for (int i = 0; i < path.length - (meetsLine ? 1 : 0); i++) {
            skeleton.remove(path[i]);
        }
    }

    private List<LineEnd> find() {
        List<LineEnd> ends = new ArrayList<>();
        for (int i : skeleton.pixels()) {
            if (skeleton.holds(i) && skeleton.branches(i) == 1) {
                int[] path = follow(i, DIRECTION_PX);
                if (path.length >= SPUR_PX) {
                    ends.add(end(path));
                }
            }
        }
        return ends;
    }

    private LineEnd end(int[] path) {
        int x = skeleton.x(path[0]);
        int y = skeleton.y(path[0]);
        double dx = 0;
        double dy = 0;
        for (int step : path) {
            dx += skeleton.x(step) - x;
            dy += skeleton.y(step) - y;
        }
        return new LineEnd(x, y, Math.atan2(dy, dx));
    }

    /** The pixels from an end to the next fork, the other end, or so many steps further. */
    private int[] follow(int end, int stepsMax) {
        int[] path = new int[stepsMax + 1];
        int length = 0;
        path[length++] = end;
        int here = end;
        while (length <= stepsMax) {
            int next = next(path, length, here);
            if (next < 0) {
                break;
            }
            path[length++] = next;
            here = next;
            if (skeleton.branches(here) >= 3) {
                break;
            }
        }
        return Arrays.copyOf(path, length);
    }

    /** Straight neighbours first: a diagonal one may be a short cut past them. */
    private int next(int[] path, int length, int here) {
        for (int diagonal = 0; diagonal < 2; diagonal++) {
            for (int k = diagonal; k < 8; k += 2) {
                int next = skeleton.neighbour(here, k);
                if (skeleton.holds(next) && !isAmongLast(path, length, next)) {
                    return next;
                }
            }
        }
        return -1;
    }

    private static boolean isAmongLast(int[] path, int length, int pixel) {
        for (int i = Math.max(0, length - 4); i < length; i++) {
            if (path[i] == pixel) {
                return true;
            }
        }
        return false;
    }

    /** Two ends that face each other over a short distance are one line with a pore, a cut or a speck of dust in it. */
    private static List<LineEnd> withoutGaps(List<LineEnd> ends) {
        boolean[] joined = new boolean[ends.size()];
        for (int a = 0; a < ends.size(); a++) {
            for (int b = a + 1; b < ends.size(); b++) {
                if (areOneLine(ends.get(a), ends.get(b))) {
                    joined[a] = true;
                    joined[b] = true;
                }
            }
        }
        List<LineEnd> kept = new ArrayList<>();
        for (int a = 0; a < joined.length; a++) {
            if (!joined[a]) {
                kept.add(ends.get(a));
            }
        }
        return kept;
    }

    private static boolean areOneLine(LineEnd a, LineEnd b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double distance = Math.hypot(dx, dy);
        if (distance > 1.3 * GAP_PX || Math.cos(a.direction() - b.direction()) > -0.7) {
            return false;
        }
        double backwards = -(dx * Math.cos(a.direction()) + dy * Math.sin(a.direction())) / Math.max(distance, 1e-6);
        return distance < GAP_PX / 2 || backwards > 0.7;
    }
}
