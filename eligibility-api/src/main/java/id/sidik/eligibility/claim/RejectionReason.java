package id.sidik.eligibility.claim;

/** Why a claim is rejected, with the code of the HCX claim-denial value set. Names and codes are stored: never change one. */
public enum RejectionReason {
    PRESENCE_DOUBTFUL("BIO-001"),
    NOT_COVERED("NCOV-003"),
    DUPLICATE("DUPL-001"),
    OTHER_PAYER("CLAI-007"),
    OVERLAPS_STAY("CLAI-008"),
    DIED_BEFORE_SERVICE("CLAI-010"),
    LIMIT_REACHED("BENX-002"),
    APPROVAL_MISSING("AUTH-001"),
    TOO_LATE("TIME-001"),
    DOCUMENTS_INSUFFICIENT("DOCU-001");

    private final String code;

    RejectionReason(String code) {
        this.code = code;
    }

    /** Stable, for machines. */
    public String code() {
        return code;
    }
}
