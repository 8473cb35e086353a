package id.sidik.benchmarks.boxfigures;

import id.sidik.benchmarks.sizing.FigureKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures as text: YAML as flat as a profile, so that lines can be carried over to one. */
final class FiguresFile {
    private FiguresFile() {}

    /** @param about lines that say what was measured, without their sign of a comment */
    static String text(List<String> about, Map<FigureKey, Double> figures) {
        StringBuilder text = new StringBuilder();
        about.forEach(line -> text.append("# ").append(line).append(System.lineSeparator()));
        figures.forEach((key, value) -> text.append("# ")
                .append(key.meaning())
                .append(System.lineSeparator())
                .append(key.key())
                .append(": ")
                .append(String.format(Locale.ROOT, value < 100 ? "%.3f" : "%.0f", value))
                .append(System.lineSeparator()));
        return text.toString();
    }
}
