package id.sidik.eligibility.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What all resources of ours begin with, and the parts that several have. */
final class Resources {
    private Resources() {}

    /** A resource of SATUSEHAT's profile. */
    static ObjectNode profiled(String type, String id) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resource.put("resourceType", type).put("id", id);
        resource.putObject("meta").putArray("profile").add(Names.profile(type));
        return resource;
    }

    static ObjectNode reference(String to) {
        return JsonNodeFactory.instance.objectNode().put("reference", to);
    }

    static ObjectNode concept(String system, String code, String display) {
        ObjectNode concept = JsonNodeFactory.instance.objectNode();
        concept.putArray("coding")
                .addObject()
                .put("system", system)
                .put("code", code)
                .put("display", display);
        return concept;
    }

    static ObjectNode identifier(String system, String value) {
        return JsonNodeFactory.instance.objectNode().put("system", system).put("value", value);
    }

    static ObjectNode extension(String url) {
        return JsonNodeFactory.instance.objectNode().put("url", url);
    }
}
