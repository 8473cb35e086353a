package id.sidik.benchmarks.sizing;

/** One line of the arithmetic: what it is, how it comes about, what comes out. */
record Step(String what, String arithmetic, String result) {}
