package id.sidik.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A plot of few lines over numbers, as SVG that needs nothing but a browser. Lines differ in colour, dash and marker, so that they
 * stay apart in print and for colour-blind eyes. The vertical axis is a rate from 0 to 100 %.
 */
public final class LinePlot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 64;
    private static final int RIGHT = 20;
    private static final int TOP = 44;
    private static final int BOTTOM = 56;
    private static final int TICKS = 5;
    private static final int LEGEND_STEP = 130;
    private static final List<Style> STYLES =
            List.of(new Style("#0b5fa5", ""), new Style("#c2410c", "7 4"), new Style("#15803d", "2 3"));

    private final String title;
    private final String acrossLabel;
    private final String upLabel;
    private final List<Line> lines = new ArrayList<>();

    private record Style(String colour, String dashes) {}

    private record Line(String name, List<Point> points) {}

    /**
     * One point of a line.
     *
     * @param rate 0 to 1
     */
    public record Point(double across, double rate) {}

    /** An empty plot, with what its axes count. */
    public LinePlot(String title, String acrossLabel, String upLabel) {
        this.title = title;
        this.acrossLabel = acrossLabel;
        this.upLabel = upLabel;
    }

    /**
     * Adds a line.
     *
     * @param points from left to right, at least two; every line begins and ends at the same numbers
     * @throws IllegalArgumentException if there are fewer points, or already three lines
     */
    public LinePlot line(String name, List<Point> points) {
        if (points.size() < 2 || lines.size() == STYLES.size()) {
            throw new IllegalArgumentException("A plot has at most 3 lines of at least 2 points: " + points.size()
                    + " points after " + lines.size() + " lines");
        }
        lines.add(new Line(name, List.copyOf(points)));
        return this;
    }

    /** The picture; at least one line must have been drawn. */
    public String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
                <title>%s</title>
                <rect width="%d" height="%d" fill="#fff"/>
                <text x="%d" y="22" font-size="16">%s</text>
                """, WIDTH, HEIGHT, escaped(title), WIDTH, HEIGHT, LEFT, escaped(title)));
        appendAxes(svg);
        for (int i = 0; i < lines.size(); i++) {
            appendLine(svg, lines.get(i), STYLES.get(i), i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void appendAxes(StringBuilder svg) {
        for (int tick = 0; tick <= TICKS; tick++) {
            double share = tick / (double) TICKS;
            double across = leftEnd() + share * (rightEnd() - leftEnd());
            svg.append(String.format(
                    Locale.ROOT,
                    """
                    <path d="M%d %.1fH%d" stroke="#ddd"/><text x="%d" y="%.1f" text-anchor="end">%.0f %%</text>
                    <path d="M%.1f %dv5" stroke="#333"/><text x="%.1f" y="%d" text-anchor="middle">%s</text>
                    """,
                    LEFT,
                    y(share),
                    WIDTH - RIGHT,
                    LEFT - 8,
                    y(share) + 4,
                    100 * share,
                    x(across),
                    HEIGHT - BOTTOM,
                    x(across),
                    HEIGHT - BOTTOM + 20,
                    compact(across)));
        }
        svg.append(String.format(
                Locale.ROOT,
                """
                <path d="M%d %dV%dH%d" fill="none" stroke="#333"/>
                <text x="%d" y="%d" text-anchor="middle">%s</text>
                <text transform="translate(16 %d) rotate(-90)" text-anchor="middle">%s</text>
                """,
                LEFT,
                TOP,
                HEIGHT - BOTTOM,
                WIDTH - RIGHT,
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 12,
                escaped(acrossLabel),
                (TOP + HEIGHT - BOTTOM) / 2,
                escaped(upLabel)));
    }

    private void appendLine(StringBuilder svg, Line line, Style style, int index) {
        List<String> points = new ArrayList<>();
        for (Point point : line.points()) {
            points.add(String.format(Locale.ROOT, "%.1f,%.1f", x(point.across()), y(point.rate())));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>%n",
                String.join(" ", points),
                style.colour(),
                style.dashes()));
        svg.append(points.stream().map(point -> marker(point, style, index)).collect(Collectors.joining()));
        int legend = WIDTH - RIGHT - LEGEND_STEP * (lines.size() - index);
        svg.append(String.format(
                Locale.ROOT, """
                <path d="M%d 34h26" stroke="%s" stroke-width="2" stroke-dasharray="%s"/><text x="%d" y="38">%s</text>
                """, legend, style.colour(), style.dashes(), legend + 32, escaped(line.name())));
    }

    /** A disc for the first line, a square for the others. */
    private static String marker(String point, Style style, int index) {
        String[] xy = point.split(",", 2);
        return index == 0
                ? String.format(
                        Locale.ROOT,
                        "<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" fill=\"%s\"/>%n",
                        xy[0],
                        xy[1],
                        style.colour())
                : String.format(
                        Locale.ROOT,
                        "<path d=\"M%s %sm-3.5 -3.5h7v7h-7z\" fill=\"%s\"/>%n",
                        xy[0],
                        xy[1],
                        style.colour());
    }

    private double leftEnd() {
        return lines.getFirst().points().getFirst().across();
    }

    private double rightEnd() {
        return lines.getFirst().points().getLast().across();
    }

    private double x(double across) {
        double share = (across - leftEnd()) / (rightEnd() - leftEnd());
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double rate) {
        return HEIGHT - BOTTOM - rate * (HEIGHT - TOP - BOTTOM);
    }

    private static String compact(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.2f", number);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
