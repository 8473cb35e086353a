/**
 * The management information system: sixteen fraud reports, statistics, totals and checks. Each is a pure function over streams of
 * plain events and says how it decides, under which thresholds, and which events show it. A report accuses nobody: it says where
 * an officer should look.
 */
@NullMarked
package id.sidik.eligibility.report;

import org.jspecify.annotations.NullMarked;
