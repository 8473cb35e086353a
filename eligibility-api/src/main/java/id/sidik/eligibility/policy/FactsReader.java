package id.sidik.eligibility.policy;

import com.fasterxml.jackson.databind.JsonNode;

/** Facts as somebody wrote them: a tree whose paths are their names. */
final class FactsReader {
    private FactsReader() {}

    /** @throws IllegalArgumentException naming the fact that is not one */
    static Facts.Builder read(JsonNode json) {
        Facts.Builder facts = Facts.none();
        read("", json, facts);
        return facts;
    }

    private static void read(String path, JsonNode node, Facts.Builder facts) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> read(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), facts));
            return;
        }
        Fact fact = Fact.named(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no fact '" + path + "'; './sidik policy facts' lists those that there are"));
        facts.with(fact, fact.parse(node.asText()));
    }
}
