package id.sidik.benchmarks.scannerstorm;

/** A scanner with everything that can be wrong with it, and the one driver that it has from the first capture to the last. One thread at a time. */
interface StormCounter extends AutoCloseable {
    /** Captures {@code count} fingers, each after the driver has recovered from the one before. */
    void capture(int count);

    /** What it saw so far. */
    StormTally tally();

    @Override
    void close();
}
