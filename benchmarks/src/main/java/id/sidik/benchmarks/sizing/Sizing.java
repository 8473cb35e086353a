package id.sidik.benchmarks.sizing;

import static id.sidik.benchmarks.sizing.FigureKey.BUSY_PERCENT_MAX;
import static id.sidik.benchmarks.sizing.FigureKey.DISK_BYTES_PER_DECISION;
import static id.sidik.benchmarks.sizing.FigureKey.DISK_BYTES_PER_REFERENCE;
import static id.sidik.benchmarks.sizing.FigureKey.EXTRACTION_MILLIS;
import static id.sidik.benchmarks.sizing.FigureKey.GALLERY_BYTES_PER_REFERENCE;
import static id.sidik.benchmarks.sizing.FigureKey.GENUINE_COMPARISON_MICROS;
import static id.sidik.benchmarks.sizing.FigureKey.IMPOSTOR_COMPARISON_MICROS;
import static id.sidik.benchmarks.sizing.FigureKey.MEAN_PERCENT_OF_PEAK;
import static id.sidik.benchmarks.sizing.FigureKey.PREPARATION_MICROS;
import static id.sidik.benchmarks.sizing.FigureKey.REQUEST_MILLIS;
import static id.sidik.benchmarks.sizing.FigureKey.SEARCH_MILLIS_PER_MILLION;
import static id.sidik.benchmarks.sizing.FigureKey.SYNCED_APPENDS_PER_SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many boxes of one profile a demand takes, line by line. Gallery rows, cores and synced appends each ask for a number of
 * boxes, and the largest counts. A search visits every box, each with its part of the gallery: what it does to all rows is shared
 * among the boxes, but each box compares finalists of its own.
 */
final class Sizing {
    private static final double SECONDS_A_YEAR = 365.25 * 86_400;
    private static final double GIB = 1L << 30;

    /** Subjects that a search compares in full, as the gallery does. */
    private static final int FINALISTS = 32;

    private final Demand demand;
    private final BoxProfile box;
    private final Figures figures;
    private final List<Step> steps = new ArrayList<>();

    private Sizing(Demand demand, BoxProfile box, Figures figures) {
        this.demand = demand;
        this.box = box;
        this.figures = figures;
    }

    /** @param figures of this kind of box: assumed, and measured where somebody has */
    static BoxesNeeded of(Demand demand, BoxProfile box, Figures figures) {
        return new Sizing(demand, box, figures).answer();
    }

    private BoxesNeeded answer() {
        long references = demand.subjects() * demand.fingers();
        step(
                "references",
                String.format(Locale.ROOT, "%,d subjects x %d fingers", demand.subjects(), demand.fingers()),
                whole(references));
        double galleryGib = references * of(GALLERY_BYTES_PER_REFERENCE) / GIB;
        step(
                "memory of the gallery",
                String.format(Locale.ROOT, "%,d x %s B", references, plain(of(GALLERY_BYTES_PER_REFERENCE))),
                gib(galleryGib));
        long boxesForRows = boxes((double) references, (double) box.galleryReferencesMax());
        step(
                "boxes for the rows",
                String.format(Locale.ROOT, "%,d / %,d rows a box, rounded up", references, box.galleryReferencesMax()),
                whole(boxesForRows));
        long boxesForCores = boxesForCores();
        double appends = of(SYNCED_APPENDS_PER_SECOND);
        long boxesForAppends = boxes(demand.gatesPerSecond(), appends * busy());
        step(
                "boxes for the disk's syncs",
                String.format(
                        Locale.ROOT,
                        "%s decisions a second / (%s appends x %s busy), rounded up",
                        plain(demand.gatesPerSecond()),
                        plain(appends),
                        percent(busy())),
                whole(boxesForAppends));
        long boxes = Math.max(boxesForRows, Math.max(boxesForCores, boxesForAppends));
        step("boxes", "the most of these, at least 1", whole(boxes));
        double diskGib = disk(references);
        answerTime(boxes);
        return new BoxesNeeded(box, boxes, galleryGib, diskGib, steps, figures);
    }

    private long boxesForCores() {
        double shared = gateCores() + searchCores();
        double own = finalistCores();
        double left = box.cores() * busy() - own;
        if (left <= 0) {
            throw new UnusableFiguresException(String.format(
                    Locale.ROOT,
                    "--searches-per-second %s: each %s box compares the finalists of every search, which takes %s of its %d cores;"
                            + " ask for a larger --profile",
                    plain(demand.searchesPerSecond()),
                    box.label(),
                    plain(own),
                    box.cores()));
        }
        long boxes = boxes(shared, left);
        step(
                "boxes for the cores",
                String.format(
                        Locale.ROOT,
                        "cores of both / (%d cores a box x %s busy - %s for finalists), rounded up",
                        box.cores(),
                        percent(busy()),
                        plain(own)),
                whole(boxes));
        return boxes;
    }

    private double gateCores() {
        double millis = of(EXTRACTION_MILLIS)
                + of(PREPARATION_MICROS) / 1e3
                + of(GENUINE_COMPARISON_MICROS) / 1e3
                + of(REQUEST_MILLIS);
        step(
                "core time of a gate decision",
                String.format(
                        Locale.ROOT,
                        "extraction %s ms + preparation %s us + comparison %s us + the rest %s ms",
                        plain(of(EXTRACTION_MILLIS)),
                        plain(of(PREPARATION_MICROS)),
                        plain(of(GENUINE_COMPARISON_MICROS)),
                        plain(of(REQUEST_MILLIS))),
                plain(millis) + " ms");
        double cores = demand.gatesPerSecond() * millis / 1e3;
        step(
                "cores for the gates",
                String.format(Locale.ROOT, "%s a second x %s ms", plain(demand.gatesPerSecond()), plain(millis)),
                plain(cores));
        return cores;
    }

    private double searchCores() {
        double perFinger = of(EXTRACTION_MILLIS) + of(PREPARATION_MICROS) / 1e3;
        double millis = demand.fingers() * perFinger + scanMillis();
        step(
                "core time of a search",
                String.format(
                        Locale.ROOT,
                        "%d fingers x (extraction + preparation) %s ms + %s M subjects x %s ms x %d / 2 fingers",
                        demand.fingers(),
                        plain(perFinger),
                        plain(demand.subjects() / 1e6),
                        plain(of(SEARCH_MILLIS_PER_MILLION)),
                        demand.fingers()),
                plain(millis) + " ms");
        double cores = demand.searchesPerSecond() * millis / 1e3;
        step(
                "cores for the searches",
                String.format(Locale.ROOT, "%s a second x %s ms", plain(demand.searchesPerSecond()), plain(millis)),
                plain(cores));
        return cores;
    }

    private double scanMillis() {
        return demand.subjects() / 1e6 * of(SEARCH_MILLIS_PER_MILLION) * demand.fingers() / 2;
    }

    /** However small its part of the gallery, each box compares so many in full. */
    private double finalistsMillis() {
        return FINALISTS * demand.fingers() * of(IMPOSTOR_COMPARISON_MICROS) / 1e3;
    }

    private double finalistCores() {
        double cores = demand.searchesPerSecond() * finalistsMillis() / 1e3;
        step(
                "cores of each box for finalists",
                String.format(
                        Locale.ROOT,
                        "%s a second x %d finalists x %d fingers x %s us",
                        plain(demand.searchesPerSecond()),
                        FINALISTS,
                        demand.fingers(),
                        plain(of(IMPOSTOR_COMPARISON_MICROS))),
                plain(cores));
        return cores;
    }

    private double disk(long references) {
        double ofReferences = references * of(DISK_BYTES_PER_REFERENCE) / GIB;
        step(
                "disk for the references",
                String.format(Locale.ROOT, "%,d x %s B", references, plain(of(DISK_BYTES_PER_REFERENCE))),
                gib(ofReferences));
        double decisions = demand.gatesPerSecond() * of(MEAN_PERCENT_OF_PEAK) / 100 * SECONDS_A_YEAR;
        double ofDecisions = decisions * of(DISK_BYTES_PER_DECISION) / GIB;
        step(
                "disk for a year's decisions",
                String.format(
                        Locale.ROOT,
                        "%s a second x %s of the busiest hour x a year x %s B",
                        plain(demand.gatesPerSecond()),
                        percent(of(MEAN_PERCENT_OF_PEAK) / 100),
                        plain(of(DISK_BYTES_PER_DECISION))),
                gib(ofDecisions));
        return ofReferences + ofDecisions;
    }

    private void answerTime(long boxes) {
        double millis = (scanMillis() / boxes + finalistsMillis()) / box.comparisonThreads();
        step(
                "one search of everybody",
                String.format(
                        Locale.ROOT,
                        "(%s ms of a core / %,d boxes + %s ms for finalists) / %d threads, if nothing else runs",
                        plain(scanMillis()),
                        boxes,
                        plain(finalistsMillis()),
                        box.comparisonThreads()),
                plain(millis) + " ms");
    }

    private void step(String what, String arithmetic, String result) {
        steps.add(new Step(what, arithmetic, result));
    }

    private double of(FigureKey key) {
        return figures.valueOf(key);
    }

    private double busy() {
        return of(BUSY_PERCENT_MAX) / 100;
    }

    private static long boxes(double needed, double each) {
        return Math.max(1, (long) Math.ceil(needed / each));
    }

    private static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String percent(double share) {
        return plain(100 * share) + " %";
    }

    private static String gib(double value) {
        return String.format(Locale.ROOT, "%,.1f GiB", value);
    }

    /** As many digits as somebody wants to check by hand. */
    static String plain(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, value < 10 ? "%,.3f" : "%,.1f", value);
    }
}
