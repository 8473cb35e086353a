package id.sidik.eligibility.report;

import java.util.List;

/** A row of a report, on its way to be one of the heaviest. */
record Finding(double weight, List<Cell> cells) {}
