package id.sidik.eligibility.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.sidik.eligibility.fhir.Issue.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Takes a resource apart and remembers everything that is wrong with it, so that its sender need not find out one by one. What it
 * returns for a faulty element is an empty stand-in; {@link #requireFit} must be asked before any of it is used.
 */
final class ResourceReader {
    private static final int ISSUES_MAX = 20;
    /** Dates to a year, a month or a day; times with seconds and a zone (R4, 2.24.0.1). */
    private static final Pattern DATE_TIME = Pattern.compile(
            "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]+)?"
                    + "(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9]))?)?)?");

    private final String root;
    private final List<Issue> issues = new ArrayList<>();

    /** @param root the resource type, with which every expression begins */
    ResourceReader(String root) {
        this.root = root;
    }

    void fault(Kind kind, String reason, String path, String diagnostics) {
        if (issues.size() < ISSUES_MAX) {
            issues.add(Issue.at(path.isEmpty() ? root : root + "." + path, kind, reason, diagnostics));
        }
    }

    /** @throws UnfitResourceException with all issues, if there is one */
    void requireFit() {
        if (!issues.isEmpty()) {
            throw new UnfitResourceException(issues);
        }
    }

    /** An element that must be there if its parent is; a missing node when it is not. */
    JsonNode required(JsonNode parent, String name, String path) {
        if (parent.isMissingNode()) {
            return parent;
        }
        JsonNode element = parent.path(name);
        if (element.isMissingNode() || element.isNull()) {
            fault(Kind.REQUIRED, "ELEMENT_MISSING", path, path + " is missing");
            return MissingNode.getInstance();
        }
        return element;
    }

    /** The text of an element that is there; empty, with an issue, for anything but text. */
    Optional<String> text(JsonNode element, String path) {
        if (element.isMissingNode()) {
            return Optional.empty();
        }
        if (!element.isTextual() || element.textValue().isBlank()) {
            fault(Kind.STRUCTURE, "ELEMENT_NOT_TEXT", path, path + " must be text, and not empty");
            return Optional.empty();
        }
        return Optional.of(element.textValue());
    }

    /** A code of a closed list. */
    void requireCode(JsonNode element, String path, Set<String> codes) {
        text(element, path)
                .filter(code -> !codes.contains(code))
                .ifPresent(_ -> fault(
                        Kind.VALUE,
                        "CODE_UNKNOWN",
                        path,
                        path + " must be one of " + codes.stream().sorted().toList()));
    }

    void requireDateTime(JsonNode element, String path) {
        text(element, path)
                .filter(value -> !DATE_TIME.matcher(value).matches())
                .ifPresent(_ -> fault(
                        Kind.VALUE,
                        "DATE_TIME_INVALID",
                        path,
                        path + " must be a dateTime, as 2026-03-10T10:00:00+07:00"));
    }

    /** The elements of a list; none, with an issue, for anything but a list with something in it. */
    List<JsonNode> list(JsonNode element, String path) {
        if (element.isMissingNode()) {
            return List.of();
        }
        if (!element.isArray() || element.isEmpty()) {
            fault(Kind.STRUCTURE, "ELEMENT_NOT_LIST", path, path + " must be a list, and not empty");
            return List.of();
        }
        return StreamSupport.stream(element.spliterator(), false).toList();
    }

    /** An element that must be an object. */
    boolean isObject(JsonNode element, String path) {
        if (element.isMissingNode()) {
            return false;
        }
        if (!element.isObject()) {
            fault(Kind.STRUCTURE, "ELEMENT_NOT_OBJECT", path, path + " must be an object");
            return false;
        }
        return true;
    }

    /** An extension that changes the meaning and that we do not know must stop us (R4, 2.4.0.2). */
    void refuseModifiers(JsonNode resource) {
        if (resource.has("modifierExtension") || resource.has("implicitRules")) {
            fault(
                    Kind.NOT_SUPPORTED,
                    "MODIFIER_UNKNOWN",
                    "",
                    "modifierExtension and implicitRules change the meaning in ways that this service does not know");
        }
    }
}
