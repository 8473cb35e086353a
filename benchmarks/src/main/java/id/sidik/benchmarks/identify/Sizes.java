package id.sidik.benchmarks.identify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts as people write them: 500, 10k, 1.6M. */
final class Sizes {
    private static final Pattern SIZE = Pattern.compile("(?<number>\\d{1,10}(\\.\\d{1,6})?)(?<unit>[kM]?)");

    private Sizes() {}

    /** @throws IllegalArgumentException if it is no such count, or none that an int holds */
    static int parse(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a size is written like 500, 10k or 1.6M, not " + text);
        }
        double unit = switch (matcher.group("unit")) {
            case "k" -> 1e3;
            case "M" -> 1e6;
            default -> 1;
        };
        double size = Double.parseDouble(matcher.group("number")) * unit;
        if (size < 1 || size > Integer.MAX_VALUE || size != Math.rint(size)) {
            throw new IllegalArgumentException("a size is 1 to 2147483647, not " + text);
        }
        return (int) size;
    }
}
