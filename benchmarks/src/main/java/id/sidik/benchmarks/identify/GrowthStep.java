package id.sidik.benchmarks.identify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.benchmarks.report.LinePlot;
import id.sidik.benchmarks.report.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a gallery of some size took and found.
 *
 * @param bytes of the gallery, heap and beside it
 */
record GrowthStep(int subjects, long bytes, double buildSeconds, SearchTimes times, IdentificationRates rates) {
    long bytesPerSubject() {
        return bytes / subjects;
    }

    static String table(List<GrowthStep> steps) {
        TextTable table = new TextTable(
                "subjects",
                "build s",
                "median ms",
                "p99 ms",
                "ns a subject",
                "MB",
                "B a subject",
                "rank-1 %",
                "FNIR@1e-2 %");
        for (GrowthStep step : steps) {
            table.row(
                    String.format(Locale.ROOT, "%,d", step.subjects),
                    TextTable.number(step.buildSeconds, 1),
                    TextTable.number(step.times.medianMillis(), 1),
                    TextTable.number(step.times.p99Millis(), 1),
                    TextTable.number(step.times.medianMillis() * 1e6 / step.subjects, 0),
                    TextTable.number(step.bytes / 1e6, 0),
                    String.valueOf(step.bytesPerSubject()),
                    TextTable.percent(step.rates.rank1()),
                    TextTable.percent(step.rates.fnirAtFpir1e2()));
        }
        return table.toString();
    }

    /** Time and memory as shares of those of the largest gallery, and rank-1; at least two steps. */
    static String svg(List<GrowthStep> steps) {
        GrowthStep last = steps.getLast();
        return new LinePlot("Growth of the gallery", "thousand subjects", "share of the largest; rank-1")
                .line("time", points(steps, step -> share(step.times.medianMillis(), largestMillis(steps))))
                .line("memory", points(steps, step -> share((double) step.bytes, (double) last.bytes)))
                .line("rank-1", points(steps, step -> step.rates.rank1()))
                .svg();
    }

    private static double largestMillis(List<GrowthStep> steps) {
        return steps.stream()
                .mapToDouble(step -> step.times.medianMillis())
                .max()
                .orElseThrow();
    }

    private static double share(double part, double whole) {
        return whole <= 0 ? 0 : Math.clamp(part / whole, 0, 1);
    }

    private static List<LinePlot.Point> points(List<GrowthStep> steps, ToDoubleFunction<GrowthStep> rate) {
        return steps.stream()
                .map(step -> new LinePlot.Point(step.subjects / 1e3, rate.applyAsDouble(step)))
                .toList();
    }

    void writeTo(ObjectNode json) {
        json.put("subjects", subjects);
        json.put("indexBytes", bytes);
        json.put("buildSeconds", buildSeconds);
        json.put("medianMillis", times.medianMillis());
        json.put("p99Millis", times.p99Millis());
        rates.writeTo(json);
    }
}
