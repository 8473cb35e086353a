package id.sidik.eligibility.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.eligibility.access.Identity;

/** Who is signed in, for the page. */
final class SessionJson {
    private static final JsonMapper JSON = new JsonMapper();

    private SessionJson() {}

    static String of(Identity identity) {
        ObjectNode json = JSON.createObjectNode();
        json.put("role", identity.role().label());
        json.put("person", identity.person().orElse(""));
        return json.toString();
    }
}
