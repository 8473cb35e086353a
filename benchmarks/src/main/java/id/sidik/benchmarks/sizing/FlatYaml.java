package id.sidik.benchmarks.sizing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little of YAML that profiles use, so that the launcher's shell can read them, too: {@code key: value} and comments. */
final class FlatYaml {
    private static final Pattern LINE = Pattern.compile("([a-z.-]+): ([A-Za-z0-9.]+)");

    private FlatYaml() {}

    /**
     * Keys and values in their order.
     *
     * @param name of the text, for complaints
     * @throws UnusableFiguresException naming the first line that is neither, or a key that comes twice
     */
    static Map<String, String> parse(String name, String text) {
        Map<String, String> values = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line.strip());
            if (!matcher.matches()) {
                throw new UnusableFiguresException(name + ", line " + number + ": expected 'key: value'");
            }
            if (values.putIfAbsent(matcher.group(1), matcher.group(2)) != null) {
                throw new UnusableFiguresException(name + ", line " + number + ": " + matcher.group(1) + " again");
            }
        }
        return values;
    }
}
