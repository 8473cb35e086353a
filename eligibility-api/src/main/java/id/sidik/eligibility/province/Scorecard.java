package id.sidik.eligibility.province;

import id.sidik.eligibility.report.Report;
import id.sidik.eligibility.report.ReportName;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How well a report finds what was planted.
 *
 * @param planted subjects that it should find
 * @param found subjects that it names
 * @param right of these, the planted ones
 */
public record Scorecard(ReportName report, int planted, int found, int right, Set<String> missed, Set<String> wrong) {
    /** Scores a fraud report, whose rows begin with kind and subject. */
    public static Scorecard of(Report report, Plants plants) {
        return of(report, plants, UnaryOperator.identity());
    }

    /** Likewise, where the books know some subjects by other names than the script. */
    public static Scorecard of(Report report, Plants plants, UnaryOperator<String> scripted) {
        Set<String> found = report.rows().stream()
                .map(row -> Plants.key(
                        row.get(0).text(true), scripted.apply(row.get(1).text(true))))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> planted = plants.of(report.name());
        Set<String> right = new TreeSet<>(found);
        right.retainAll(planted);
        Set<String> missed = new TreeSet<>(planted);
        missed.removeAll(found);
        Set<String> wrong = new TreeSet<>(found);
        wrong.removeAll(planted);
        return new Scorecard(report.name(), planted.size(), found.size(), right.size(), missed, wrong);
    }

    /** The share of what it names that was planted; 1 if it names nobody. */
    public double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    /** The share of the planted that it names; 1 if nothing was planted. */
    public double recall() {
        return planted == 0 ? 1 : (double) right / planted;
    }
}
