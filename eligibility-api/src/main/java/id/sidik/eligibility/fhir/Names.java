package id.sidik.eligibility.fhir;

/** The addresses that FHIR knows things by: those of HL7, of Indonesia's SATUSEHAT, of HCX, and our own. */
final class Names {
    static final String VERSION = "4.0.1";

    /** National ID numbers, as SATUSEHAT names their system. */
    static final String NIK = "https://fhir.kemkes.go.id/id/nik";

    /** Numbers on cards of the health insurance; SATUSEHAT names no system for them. */
    static final String JKN_CARD = "https://sidik.id/fhir/id/jkn-card";

    /** Numbers on cards of workers. */
    static final String KPJ_CARD = "https://sidik.id/fhir/id/kpj-card";

    /** What HCX calls its claim-denial codes (ELIG-, AUTH-, CLAI-, and so on). */
    static final String HCX_DENIAL = "https://hcxprotocol.io/codes/claim-error-codes";

    static final String BENEFIT_CATEGORY = "http://terminology.hl7.org/CodeSystem/ex-benefitcategory";
    static final String COVERAGE_CLASS = "http://terminology.hl7.org/CodeSystem/coverage-class";

    private static final String SATUSEHAT_PROFILE = "https://fhir.kemkes.go.id/r4/StructureDefinition/";
    private static final String OURS = "https://sidik.id/fhir/";

    /** Our reasons and causes (BIO-, MEMB-, CONT-, COND-, SYS-). */
    static final String REASON = OURS + "CodeSystem/reason";

    static final String PURPOSE = OURS + "CodeSystem/purpose";
    static final String PROGRAMME = OURS + "CodeSystem/programme";
    static final String FIGURE = OURS + "CodeSystem/benefit-figure";
    static final String ERROR = OURS + "CodeSystem/error-reason";
    static final String FACILITY = OURS + "id/facility";
    static final String DECISION = OURS + "id/decision";
    static final String PRESENCE = OURS + "StructureDefinition/presence";
    static final String OUTCOME = OURS + "StructureDefinition/gate-outcome";
    static final String FALLBACK = OURS + "StructureDefinition/presence-fallback";
    static final String RECEIPT = OURS + "StructureDefinition/receipt";

    private Names() {}

    /** SATUSEHAT's profile of a resource type. */
    static String profile(String resourceType) {
        return SATUSEHAT_PROFILE + resourceType;
    }

    /** The system of a code that a decision gives: some are HCX's, the others ours. */
    static String systemOf(String code) {
        return code.matches("(BIO|MEMB|CONT|COND|SYS)-.*") ? REASON : HCX_DENIAL;
    }
}
