package id.sidik.eligibility.fhir;

/**
 * One thing that is wrong with a request.
 *
 * @param kind what sort it is, for programs
 * @param reason our own stable word for it
 * @param diagnostics for people; repeats nothing of a person
 * @param expression where it is, in FHIRPath; empty for the request as a whole
 * @param code of HCX or of our families, where they have one; else empty
 */
public record Issue(Kind kind, String reason, String diagnostics, String expression, String code) {
    /** Codes of {@code http://hl7.org/fhir/issue-type} that we give. */
    public enum Kind {
        STRUCTURE("structure"),
        REQUIRED("required"),
        VALUE("value"),
        INVARIANT("invariant"),
        NOT_SUPPORTED("not-supported"),
        BUSINESS_RULE("business-rule"),
        DUPLICATE("duplicate"),
        NOT_FOUND("not-found"),
        LOGIN("login"),
        FORBIDDEN("forbidden"),
        TOO_LONG("too-long"),
        THROTTLED("throttled"),
        TRANSIENT("transient"),
        EXCEPTION("exception");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** About the request as a whole. */
    public static Issue of(Kind kind, String reason, String diagnostics) {
        return new Issue(kind, reason, diagnostics, "", "");
    }

    /** About one element. */
    static Issue at(String expression, Kind kind, String reason, String diagnostics) {
        return new Issue(kind, reason, diagnostics, expression, "");
    }

    /** The same, for those who know the code that HCX or we have for it. */
    Issue coded(String known) {
        return new Issue(kind, reason, diagnostics, expression, known);
    }
}
