package id.sidik.eligibility.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A place in a YAML file. Whatever is wrong with it is written down, and reading goes on, so that one look shows all that is wrong. */
final class YamlNode {
    /** Said by who reads on after a problem: nothing with a problem is ever used. */
    static final String NOTHING = "?";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String where;
    private final JsonNode node;
    private final List<PolicyProblem> problems;
    private final Set<String> read = new HashSet<>();

    private YamlNode(String where, JsonNode node, List<PolicyProblem> problems) {
        this.where = where;
        this.node = node;
        this.problems = problems;
    }

    static YamlNode root(String file, String text, List<PolicyProblem> problems) {
        try {
            JsonNode node = YAML.readTree(text);
            if (!node.isObject()) {
                problems.add(new PolicyProblem(file, "is not YAML with named fields"));
            }
            return new YamlNode(file, node, problems);
        } catch (JsonProcessingException e) {
            problems.add(new PolicyProblem(file, "is not YAML: " + e.getMessage()));
            return new YamlNode(file, MissingNode.getInstance(), problems);
        }
    }

    String where() {
        return where;
    }

    JsonNode json() {
        return node;
    }

    void problem(String message) {
        problems.add(new PolicyProblem(where, message));
    }

    boolean has(String field) {
        return node.has(field);
    }

    /** A text that must be there. */
    String text(String field) {
        Optional<String> text = optionalText(field);
        if (text.isEmpty()) {
            problem(field + " is missing");
        }
        return text.orElse(NOTHING);
    }

    Optional<String> optionalText(String field) {
        JsonNode value = field(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isValueNode() || value.asText().isBlank()) {
            problem(field + " is one text");
            return Optional.empty();
        }
        return Optional.of(value.asText().strip());
    }

    /** A list of texts, or one. */
    List<String> texts(String field) {
        JsonNode value = field(field);
        if (value.isValueNode()) {
            return List.of(value.asText());
        }
        if (!value.isArray() || value.isEmpty()) {
            problem(field + " is a list that is not empty");
            return List.of();
        }
        return IntStream.range(0, value.size())
                .mapToObj(index -> value.get(index).asText())
                .toList();
    }

    /** The objects of a list; none where there is no list. */
    List<YamlNode> list(String field) {
        JsonNode value = field(field);
        if (!value.isMissingNode() && !value.isArray()) {
            problem(field + " is a list");
        }
        return IntStream.range(0, value.isArray() ? value.size() : 0)
                .mapToObj(index -> new YamlNode(
                        where + ": " + field + "[" + index + "]" + idOf(value.get(index)), value.get(index), problems))
                .toList();
    }

    private static String idOf(JsonNode item) {
        return item.has("id") ? " " + item.get("id").asText() : "";
    }

    /** The object in a field. */
    YamlNode child(String field) {
        return new YamlNode(where + ": " + field, field(field), problems);
    }

    /** A day that must be there. */
    LocalDate day(String field) {
        return day(field, text(field));
    }

    private LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            problem(field + " is a day such as 2026-06-15, not '" + text + "'");
            return LocalDate.EPOCH;
        }
    }

    /** {@code from} and {@code until}, without an end where none is given. */
    DateRange range() {
        LocalDate from = day("from");
        LocalDate until = optionalText("until").map(text -> day("until", text)).orElse(LocalDate.MAX);
        if (until.isBefore(from)) {
            problem("ends before it begins: " + from + " to " + until);
            return new DateRange(from, from);
        }
        return new DateRange(from, until);
    }

    <E extends Enum<E>> E word(String field, Class<E> words) {
        return word(field, text(field), words);
    }

    <E extends Enum<E>> Set<E> words(String field, Class<E> words) {
        return texts(field).stream().map(text -> word(field, text, words)).collect(Collectors.toSet());
    }

    private <E extends Enum<E>> E word(String field, String text, Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseGet(() -> {
                    problem(field + " '" + text + "' is unknown; there are "
                            + Arrays.toString(words.getEnumConstants()));
                    return words.getEnumConstants()[0];
                });
    }

    BilingualText bilingual(String field) {
        YamlNode both = child(field);
        String indonesian = both.text("id");
        String english = both.text("en");
        both.nothingElse();
        if (!BilingualText.isText(indonesian) || !BilingualText.isText(english)) {
            both.problem("a text is 1 to 300 characters in either language");
            return new BilingualText(NOTHING, NOTHING);
        }
        return new BilingualText(indonesian, english);
    }

    /** Refuses fields that nobody asked for. */
    void nothingElse() {
        node.fieldNames().forEachRemaining(field -> {
            if (!read.contains(field)) {
                problem("'" + field + "' means nothing here; known are "
                        + read.stream().sorted().toList());
            }
        });
    }

    private JsonNode field(String name) {
        read.add(name);
        return node.path(name);
    }
}
