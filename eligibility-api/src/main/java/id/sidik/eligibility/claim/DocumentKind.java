package id.sidik.eligibility.claim;

/** What a document is. Names are stored: never rename one. */
public enum DocumentKind {
    IDENTITY_CARD,
    FAMILY_CARD,
    MEMBERSHIP_CARD,
    EMPLOYMENT_LETTER,
    DISMISSAL_LETTER,
    ACCIDENT_REPORT,
    MEDICAL_REPORT,
    DEATH_CERTIFICATE,
    HEIR_CERTIFICATE,
    BANK_BOOK,
    TAX_CARD,
    INVOICE,
    OTHER
}
