package id.sidik.benchmarks.sizing;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many, as people write it: 800, 10k, 1.6M, 120M, 1G. */
record Count(long value) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)([kMG]?)");
    private static final long MAX = 100_000_000_000L;

    /** @throws IllegalArgumentException if it is no whole number from 1 to a hundred thousand million */
    static Count parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a number such as 800, 10k, 1.6M or 120M: " + text);
        }
        int zeros = switch (matcher.group(2)) {
            case "k" -> 3;
            case "M" -> 6;
            case "G" -> 9;
            default -> 0;
        };
        BigDecimal exact = new BigDecimal(matcher.group(1)).movePointRight(zeros);
        if (exact.stripTrailingZeros().scale() > 0
                || exact.signum() == 0
                || exact.compareTo(BigDecimal.valueOf(MAX)) > 0) {
            throw new IllegalArgumentException("must be a whole number from 1 to 100G: " + text);
        }
        return new Count(exact.longValueExact());
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<Count> {
        @Override
        public Count convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
