package id.sidik.eligibility.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A page of what a search found. */
final class Searchset {
    private Searchset() {}

    /**
     * One page.
     *
     * @param base the address of this service, without a slash at its end
     * @param search the type and the question, as in {@code Coverage?beneficiary=Patient/1}, in an address
     * @param found all that was found
     */
    static ObjectNode of(String base, String search, Page page, List<ObjectNode> found) {
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("resourceType", "Bundle").put("type", "searchset").put("total", found.size());
        ArrayNode links = bundle.putArray("link");
        link(links, "self", base, search, page);
        if (page.end() < found.size()) {
            link(links, "next", base, search, page.next());
        }
        List<ObjectNode> shown =
                found.stream().skip(page.offset()).limit(page.count()).toList();
        if (!shown.isEmpty()) { // FHIR has no empty lists
            ArrayNode entries = bundle.putArray("entry");
            shown.forEach(resource -> entry(entries.addObject(), base, resource));
        }
        return bundle;
    }

    private static void link(ArrayNode links, String relation, String base, String search, Page page) {
        links.addObject()
                .put("relation", relation)
                .put("url", base + "/" + search + "&_count=" + page.count() + "&_offset=" + page.offset());
    }

    private static void entry(ObjectNode entry, String base, ObjectNode resource) {
        entry.put(
                "fullUrl",
                base + "/" + resource.path("resourceType").asText() + "/"
                        + resource.path("id").asText());
        entry.set("resource", resource);
        entry.putObject("search").put("mode", "match");
    }
}
