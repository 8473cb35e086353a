package id.sidik.benchmarks.galleries;

import id.sidik.benchmarks.report.TextTable;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a generator of synthetic prints is fitted to: means and spreads a set, and minutiae by how ridges fan out. */
final class PrintStatistics {
    private static final double[] FANNING_FROM = {0, 0.001, 0.002, 0.004, 0.007, 0.011, 0.016, 0.025};
    private static final double STEP_RAD = Math.PI / RidgeField.STEPS;
    private static final double CELL_KPX = RidgeField.CELL_PX * RidgeField.CELL_PX / 1000.0;

    private PrintStatistics() {}

    /** Mean, and the spread from finger to finger and from touch to touch, of some figures of each set. */
    static String bySet(List<StudiedPrint> prints) {
        TextTable table = new TextTable(
                "mean, spread of fingers, of touches", "ln area", "ln density", "period", "quality", "bifurcations");
        Map<String, List<StudiedPrint>> sets =
                prints.stream().collect(Collectors.groupingBy(StudiedPrint::set, TreeMap::new, Collectors.toList()));
        sets.forEach((name, set) -> table.row(
                name,
                spreads(set, print -> Math.log(print.areaCells())),
                spreads(set, print -> Math.log(print.minutiae() / (print.areaCells() * CELL_KPX))),
                spreads(set, StudiedPrint::ridgePeriodPx),
                spreads(set, print -> print.qualities().average().orElse(0)),
                spreads(set, PrintStatistics::bifurcations)));
        return table.toString();
    }

    private static double bifurcations(StudiedPrint print) {
        Minutiae minutiae = print.features().minutiae();
        int count = 0;
        for (int minutia = 0; minutia < minutiae.count(); minutia++) {
            count += minutiae.type(minutia) == MinutiaType.BIFURCATION ? 1 : 0;
        }
        return count / (double) minutiae.count();
    }

    private static String spreads(List<StudiedPrint> set, ToDoubleFunction<StudiedPrint> figure) {
        Map<String, double[]> fingers = new TreeMap<>();
        set.stream()
                .collect(Collectors.groupingBy(StudiedPrint::finger))
                .forEach((finger, touches) ->
                        fingers.put(finger, touches.stream().mapToDouble(figure).toArray()));
        double ofTouches = fingers.values().stream()
                .mapToDouble(PrintStatistics::variance)
                .average()
                .orElse(0);
        double[] means = fingers.values().stream()
                .mapToDouble(touches -> Arrays.stream(touches).average().orElse(0))
                .toArray();
        double touches = set.size() / (double) fingers.size();
        double ofFingers = Math.max(0, variance(means) - ofTouches / touches);
        return TextTable.number(Arrays.stream(means).average().orElse(0), 2) + " "
                + TextTable.number(Math.sqrt(ofFingers), 2) + " " + TextTable.number(Math.sqrt(ofTouches), 2);
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return values.length < 2 ? 0 : squares / (values.length - 1);
    }

    /** How dense minutiae are, and how many point the way of the fan, where ridges fan out at some rate. */
    static String byFanning(List<StudiedPrint> prints) {
        int[] cells = new int[FANNING_FROM.length];
        int[] minutiae = new int[FANNING_FROM.length];
        int[] withFan = new int[FANNING_FROM.length];
        for (StudiedPrint print : prints) {
            countCells(print.features().field(), cells);
            countMinutiae(print, minutiae, withFan);
        }
        TextTable table = new TextTable("fanning from, rad/px", "% of area", "minutiae in 1000 px2", "% with the fan");
        int all = Arrays.stream(cells).sum();
        for (int bin = 0; bin < FANNING_FROM.length; bin++) {
            table.row(
                    TextTable.number(FANNING_FROM[bin], 3),
                    TextTable.percent(cells[bin] / (double) Math.max(1, all)),
                    TextTable.number(minutiae[bin] / Math.max(1e-9, cells[bin] * CELL_KPX), 2),
                    TextTable.percent(withFan[bin] / (double) Math.max(1, minutiae[bin])));
        }
        return table.toString();
    }

    private static void countCells(RidgeField field, int[] cells) {
        for (int row = 0; row < field.rows(); row++) {
            for (int col = 0; col < field.cols(); col++) {
                if (isInside(field, col, row)) {
                    cells[bin(fanning(field, col, row))]++;
                }
            }
        }
    }

    private static void countMinutiae(StudiedPrint print, int[] minutiae, int[] withFan) {
        Minutiae all = print.features().minutiae();
        RidgeField field = print.features().field();
        for (int minutia = 0; minutia < all.count(); minutia++) {
            int col = (int) all.x(minutia) / RidgeField.CELL_PX;
            int row = (int) all.y(minutia) / RidgeField.CELL_PX;
            if (isInside(field, col, row)) {
                double fanning = fanning(field, col, row);
                double along = Math.cos(all.direction(minutia) - field.stepAt(col, row) * STEP_RAD);
                minutiae[bin(fanning)]++;
                withFan[bin(fanning)] += fanning * along > 0 ? 1 : 0;
            }
        }
    }

    private static boolean isInside(RidgeField field, int col, int row) {
        return field.stepAt(col, row) != RidgeField.OUTSIDE
                && field.stepAt(col - 1, row) != RidgeField.OUTSIDE
                && field.stepAt(col + 1, row) != RidgeField.OUTSIDE
                && field.stepAt(col, row - 1) != RidgeField.OUTSIDE
                && field.stepAt(col, row + 1) != RidgeField.OUTSIDE;
    }

    /** Divergence of the direction of the cell's ridges, in radians a pixel, by its four neighbours. */
    private static double fanning(RidgeField field, int col, int row) {
        int here = field.stepAt(col, row);
        double right = turn(field.stepAt(col - 1, row), here) + turn(here, field.stepAt(col + 1, row));
        double down = turn(field.stepAt(col, row - 1), here) + turn(here, field.stepAt(col, row + 1));
        double direction = here * STEP_RAD;
        return (Math.cos(direction) * down - Math.sin(direction) * right) / (2 * RidgeField.CELL_PX);
    }

    /** The short way round, in radians. */
    private static double turn(int fromStep, int toStep) {
        int steps = Math.floorMod(toStep - fromStep + RidgeField.STEPS / 2, RidgeField.STEPS) - RidgeField.STEPS / 2;
        return steps * STEP_RAD;
    }

    private static int bin(double fanning) {
        int bin = FANNING_FROM.length - 1;
        while (Math.abs(fanning) < FANNING_FROM[bin]) {
            bin--;
        }
        return bin;
    }
}
