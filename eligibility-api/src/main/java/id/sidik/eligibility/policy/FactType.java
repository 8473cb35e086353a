package id.sidik.eligibility.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What a fact may be, and how it is written down. */
public enum FactType {
    /** A word of capitals, digits and underscores; most facts name all the words that they take. */
    TEXT(String.class),
    FLAG(Boolean.class),
    /** A whole number: rupiah, months, children. */
    NUMBER(Long.class),
    /** A day, written {@code 2026-06-15}. */
    DATE(LocalDate.class),
    /** Months paid for, written as in {@link PaidMonths}. */
    MONTHS(PaidMonths.class);

    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private final Class<?> valueType;

    FactType(Class<?> valueType) {
        this.valueType = valueType;
    }

    boolean holds(Object value) {
        return valueType.isInstance(value)
                && (this != TEXT || WORD.matcher((String) value).matches());
    }

    /**
     * Reads what {@link #written} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    Object read(String text) {
        try {
            return switch (this) {
                case TEXT -> text;
                case FLAG ->
                    switch (text) {
                        case "true" -> true;
                        case "false" -> false;
                        default -> throw new IllegalArgumentException("true or false");
                    };
                case NUMBER -> Long.parseLong(text);
                case DATE -> LocalDate.parse(text);
                case MONTHS -> PaidMonths.parse(text);
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("not a " + this, e);
        }
    }

    static String written(Object value) {
        return value.toString();
    }
}
