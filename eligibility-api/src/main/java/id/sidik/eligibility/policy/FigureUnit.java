package id.sidik.eligibility.policy;

import java.math.BigDecimal;
import java.util.Locale;

/** What a figure counts. Rules compute with whole numbers only, so shares are counted in millionths. */
public enum FigureUnit {
    RUPIAH,
    /** Written as percent with up to four decimals; a rule sees millionths: 3.7 is 37,000. */
    PERCENT,
    MONTHS,
    YEARS,
    DAYS,
    HOURS,
    COUNT;

    private static final int PERCENT_TO_MILLIONTHS = 4;

    /**
     * The figure as rules see it.
     *
     * @throws IllegalArgumentException for a text that is no such figure
     */
    long read(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            return (this == PERCENT ? value.movePointRight(PERCENT_TO_MILLIONTHS) : value).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number of " + this, e);
        }
    }

    /** The figure as a person reads it. */
    public String written(long value) {
        return switch (this) {
            case RUPIAH -> String.format(Locale.ROOT, "Rp %,d", value);
            case PERCENT ->
                BigDecimal.valueOf(value, PERCENT_TO_MILLIONTHS)
                                .stripTrailingZeros()
                                .toPlainString() + " %";
            case MONTHS, YEARS, DAYS, HOURS -> value + " " + name().toLowerCase(Locale.ROOT);
            case COUNT -> Long.toString(value);
        };
    }
}
