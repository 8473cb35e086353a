package id.sidik.eligibility.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.journey.Counter;
import id.sidik.wire.trust.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What the document says is what the routes do, and the other way round. */
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Test
    void documentsEveryRouteWithItsRolesAndNoOther(@TempDir Path folder) {
        Map<String, Set<String>> served = new TreeMap<>();
        try (Counter counter = new Counter(folder)) {
            new HttpEdge(
                            counter.journeys,
                            counter.store,
                            counter.matcher,
                            counter.access,
                            counter.callLimit,
                            System::nanoTime)
                    .endpoints()
                    .forEach(endpoint -> served.put(
                            endpoint.method().text().toLowerCase(Locale.ROOT) + " " + endpoint.path(),
                            labels(endpoint.operation().roles())));
        }
        assertThat(documented()).isEqualTo(served);
    }

    @Test
    void pointsOnlyAtWhatIsThere() {
        Map<String, Object> document = document();
        Pattern.compile("\\$ref: \"#/([^\"]+)\"")
                .matcher(OperationsApi.document())
                .results()
                .map(reference -> reference.group(1))
                .distinct()
                .forEach(path -> assertThat(resolves(document, path)).as(path).isTrue());
    }

    @Test
    void writesNothingOutThatHasAName() {
        Map<String, Object> components = map(document().get("components"));
        Map<Object, String> named = new HashMap<>();
        map(components.get("parameters")).forEach((name, parameter) -> named.put(parameter, name));
        map(components.get("schemas")).forEach((name, schema) -> {
            if (map(schema).containsKey("enum") || map(schema).containsKey("pattern")) {
                named.put(schema, name); // an object of the same shape may mean something else
            }
        });
        List<String> writtenOut = new ArrayList<>();

        document()
                .forEach((part, content) -> map(content).forEach((name, item) -> {
                    if (part.equals("components")) {
                        map(item)
                                .values()
                                .forEach(
                                        component -> parts(component).forEach(found -> note(found, named, writtenOut)));
                    } else {
                        note(item, named, writtenOut);
                    }
                }));

        assertThat(writtenOut).isEmpty();
    }

    /** Notes the name of whatever is, or holds, a component that is written out. */
    private static void note(Object item, Map<Object, String> named, List<String> writtenOut) {
        if (item instanceof Map<?, ?> found && named.containsKey(found)) {
            writtenOut.add(named.get(found) + ": " + found);
        }
        parts(item).forEach(part -> note(part, named, writtenOut));
    }

    private static Collection<?> parts(Object item) {
        return switch (item) {
            case Map<?, ?> map -> map.values();
            case List<?> list -> list;
            default -> List.of();
        };
    }

    private static boolean resolves(Map<String, Object> document, String path) {
        Map<String, Object> place = document;
        for (String step : path.split("/", -1)) {
            if (!place.containsKey(step)) {
                return false;
            }
            place = map(place.get(step));
        }
        return true;
    }

    private static Map<String, Set<String>> documented() {
        Map<String, Set<String>> operations = new TreeMap<>();
        map(document().get("paths"))
                .forEach((path, item) -> map(item).forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.put(
                                method + " " + path,
                                new TreeSet<>(texts(map(operation).get("x-roles"))));
                    }
                }));
        return operations;
    }

    private static Set<String> labels(Set<Role> roles) {
        Set<String> labels = new TreeSet<>();
        roles.forEach(role -> labels.add(role.label()));
        return labels;
    }

    private static Map<String, Object> document() {
        return map(new Yaml().load(OperationsApi.document()));
    }

    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new TreeMap<>();
        if (value instanceof Map<?, ?> found) {
            found.forEach((key, element) -> map.put(key.toString(), element));
        }
        return map;
    }

    private static List<String> texts(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> found) {
            found.forEach(element -> texts.add(element.toString()));
        }
        return texts;
    }
}
