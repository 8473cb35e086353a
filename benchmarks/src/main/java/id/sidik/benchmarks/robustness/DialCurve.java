package id.sidik.benchmarks.robustness;

import java.util.List;

/** How one engine fared as one dial was turned up. */
record DialCurve(String engine, List<Point> points) {
    /**
     * At one value of the dial.
     *
     * @param fnmr share of probes that do not match the reference of their own finger
     * @param fmr share of pairs of a probe and another finger's reference that match
     * @param failedToExtract probes from which nothing could be extracted; they match nothing
     */
    record Point(double value, double fnmr, double fmr, int failedToExtract) {}
}
