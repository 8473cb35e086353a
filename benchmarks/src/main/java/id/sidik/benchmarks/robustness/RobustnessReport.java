package id.sidik.benchmarks.robustness;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.report.LinePlot;
import id.sidik.benchmarks.report.TextTable;
import id.sidik.engine.synthesis.Dial;
import java.util.List;
import java.util.Locale;

/**
 * What became of both engines as every dial was turned.
 *
 * @param targetFmr at which the limits were set, on unspoilt prints
 */
record RobustnessReport(int fingers, int probes, double targetFmr, List<Turned> dials) {
    /** One dial, with a curve for each engine over the same values. */
    record Turned(Dial dial, List<DialCurve> curves) {}

    /** For people: rates in percent. */
    String table() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "FNMR of %d probes of %d synthetic fingers where unspoilt ones have FMR %s; rates in %%.%n",
                probes,
                fingers,
                targetFmr));
        for (Turned turned : dials) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%s (%s)%n",
                    key(turned.dial()),
                    turned.dial().unit()));
            TextTable table = new TextTable("value", "engine", "FNMR", "FMR", "not read");
            for (int i = 0; i < turned.curves().getFirst().points().size(); i++) {
                for (DialCurve curve : turned.curves()) {
                    DialCurve.Point point = curve.points().get(i);
                    table.row(
                            TextTable.number(point.value(), 2),
                            curve.engine(),
                            TextTable.percent(point.fnmr()),
                            TextTable.percent(point.fmr()),
                            Integer.toString(point.failedToExtract()));
                }
            }
            text.append(table);
        }
        return text.toString();
    }

    /** For programs: rates as fractions. */
    ObjectNode json() {
        JsonMapper mapper = new JsonMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("fingers", fingers);
        root.put("probes", probes);
        root.put("targetFmr", targetFmr);
        ArrayNode nodes = root.putArray("dials");
        for (Turned turned : dials) {
            ObjectNode node = nodes.addObject();
            node.put("dial", key(turned.dial()));
            node.put("unit", turned.dial().unit());
            for (DialCurve curve : turned.curves()) {
                node.set(curve.engine(), mapper.valueToTree(curve.points()));
            }
        }
        return root;
    }

    /** The plot of one dial, as SVG. */
    static String svg(Turned turned, double targetFmr) {
        LinePlot plot = new LinePlot(
                "FNMR against " + key(turned.dial()),
                key(turned.dial()) + ", " + turned.dial().unit(),
                "FNMR at FMR " + targetFmr);
        for (DialCurve curve : turned.curves()) {
            plot.line(
                    curve.engine(),
                    curve.points().stream()
                            .map(point -> new LinePlot.Point(point.value(), point.fnmr()))
                            .toList());
        }
        return plot.svg();
    }

    /** How a dial is called in options, figures and files: {@code lost-contact}. */
    static String key(Dial dial) {
        return dial.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
