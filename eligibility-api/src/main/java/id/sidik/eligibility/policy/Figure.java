package id.sidik.eligibility.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A number that the law names, and when it was which.
 *
 * @param name dotted, for example {@code jp.wage_cap}; rules say {@code figure.jp.wage_cap}
 * @param values in order of time, without overlap
 * @param gaps in which the value is not known to us; a rule that needs it then cannot be evaluated
 */
public record Figure(
        String name, FigureUnit unit, String source, List<DatedValue> values, List<DateRange> gaps, String where) {

    public Figure {
        values = List.copyOf(values);
        gaps = List.copyOf(gaps);
    }

    /**
     * What the figure was for a time.
     *
     * @param value in the figure's unit; percents in millionths
     * @param confidence how sure we are: seen in a source, or remembered
     */
    public record DatedValue(DateRange range, long value, String confidence) {}

    /** Empty for a day of which nobody told us. */
    public Optional<Long> on(LocalDate day) {
        return values.stream()
                .filter(value -> value.range().contains(day))
                .map(DatedValue::value)
                .findFirst();
    }
}
