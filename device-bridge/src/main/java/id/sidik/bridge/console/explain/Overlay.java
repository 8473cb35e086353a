package id.sidik.bridge.console.explain;

import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.ridges.RidgeAnalysis;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is drawn over the picture of one print, as fragments of SVG in pixels at 500 dpi. */
final class Overlay {
    /**
     * The shapes of minutiae, to be used once wide in the colour of paper and once narrow in their own, so that they show on any
     * ground. All point to the right.
     */
    static final String SHAPES = """
            <g id="ending"><circle r="3.1"/><path d="M3.1 0H10"/></g>
            <g id="bifurcation"><path d="M-2.9-2.9H2.9V2.9H-2.9ZM2.9 0H10"/></g>
            <g id="other"><path d="M0-3.4 3 2.4H-3ZM2 0H10"/></g>
            <path id="cross" d="M-5-5 5 5M5-5-5 5"/>
            """;

    private static final int FIELD_CELL_PX = 16;
    private static final double FIELD_REACH_MIN_PX = 2;
    private static final double FIELD_REACH_MORE_PX = 5.5;
    private static final double LABEL_PX = 9.5;

    private Overlay() {}

    static String outline(Impression.Usable print, String classes) {
        return outline(print, classes, "");
    }

    /** @param transform of SVG, or none */
    static String outline(Impression.Usable print, String classes, String transform) {
        String data = PrintOutline.of(print);
        return cased(String.format(
                Locale.ROOT, "<path class=\"%%s outline %s\" transform=\"%s\" d=\"%s\"/>", classes, transform, data));
    }

    /** A line a cell: the way the ridges run, and the longer, the surer. */
    static String field(Impression.Usable print) {
        RidgeAnalysis analysis = print.analysis();
        StringBuilder data = new StringBuilder();
        for (int y = FIELD_CELL_PX / 2; y < print.features().heightPx(); y += FIELD_CELL_PX) {
            for (int x = FIELD_CELL_PX / 2; x < print.features().widthPx(); x += FIELD_CELL_PX) {
                if (analysis.isPrintAt(x, y)) {
                    double reach = FIELD_REACH_MIN_PX + FIELD_REACH_MORE_PX * analysis.confidenceAt(x, y);
                    double dx = reach * Math.cos(analysis.orientationAt(x, y));
                    double dy = reach * Math.sin(analysis.orientationAt(x, y));
                    data.append(String.format(Locale.ROOT, "M%.1f %.1fl%.1f %.1f", x - dx, y - dy, 2 * dx, 2 * dy));
                }
            }
        }
        return cased("<path class=\"%s field\" d=\"" + data + "\"/>");
    }

    /** All minutiae alike. */
    static String minutiae(Impression.Usable print) {
        return marks(print, _ -> "found", _ -> OptionalInt.empty());
    }

    /** Minutiae as the comparison took them: paired with a number, missing a mate, or not asked for one. */
    static String compared(Impression.Usable print, IntFunction<OptionalInt> numberOf, Set<Integer> unpaired) {
        return marks(
                print,
                minutia -> numberOf.apply(minutia).isPresent()
                        ? "paired n" + numberOf.apply(minutia).getAsInt()
                        : unpaired.contains(minutia) ? "missed" : "outside",
                numberOf);
    }

    private static String marks(
            Impression.Usable print, IntFunction<String> classesOf, IntFunction<OptionalInt> numberOf) {
        Minutiae minutiae = print.features().minutiae();
        return IntStream.range(0, minutiae.count())
                .mapToObj(minutia -> mark(minutiae, minutia, classesOf.apply(minutia), numberOf.apply(minutia)))
                .collect(Collectors.joining());
    }

    private static String mark(Minutiae minutiae, int minutia, String classes, OptionalInt number) {
        double direction = minutiae.direction(minutia);
        String shape = cased(String.format(
                Locale.ROOT,
                "<use class=\"%%s\" href=\"#%s\" transform=\"rotate(%.1f)\"/>",
                shapeOf(minutiae.type(minutia)),
                Math.toDegrees(direction)));
        String cross = classes.equals("missed") ? cased("<use class=\"%s\" href=\"#cross\"/>") : "";
        return String.format(
                Locale.ROOT,
                "<g class=\"mark %s\" transform=\"translate(%.1f %.1f)\">%s%s%s</g>",
                classes,
                minutiae.x(minutia),
                minutiae.y(minutia),
                shape,
                cross,
                number.isPresent() ? label(number.getAsInt(), direction) : "");
    }

    /** Behind the minutia, where its direction does not point. */
    private static String label(int number, double direction) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\">%d</text>",
                -LABEL_PX * Math.cos(direction),
                -LABEL_PX * Math.sin(direction),
                number);
    }

    private static String shapeOf(MinutiaType type) {
        return switch (type) {
            case ENDING -> "ending";
            case BIFURCATION -> "bifurcation";
            case OTHER -> "other";
        };
    }

    /** The same twice, once as the casing. */
    private static String cased(String element) {
        return element.replace("%s", "casing") + element.replace("%s", "line");
    }
}
