package id.sidik.eligibility.decision;

/**
 * Why there is no answer. The person is referred to an officer: neither granted, nor turned away. Where several apply, the one
 * declared first is told. Codes are of our families BIO- (presence) and SYS- (we ourselves). Names and codes are stored and printed
 * on receipts: never change one.
 */
public enum UndeterminedCause {
    SCANNER_UNPLUGGED("SYS-001", "Pemindai sidik jari terlepas.", "The fingerprint scanner was unplugged."),
    SCANNER_FAULT("SYS-002", "Pemindai sidik jari bermasalah.", "The fingerprint scanner failed."),
    FINGER_TIMEOUT("BIO-001", "Tidak ada jari yang terbaca pada waktunya.", "No finger was presented in time."),
    QUALITY_TOO_LOW(
            "BIO-001",
            "Mutu sidik jari terlalu rendah untuk dibandingkan.",
            "The fingerprint was too poor to compare."),
    CAPTURE_MISSING("BIO-001", "Tidak ada sidik jari yang dikirim.", "No fingerprint was sent."),
    CAPTURE_STALE(
            "BIO-004", "Sidik jari sudah kedaluwarsa, silakan ulangi.", "The fingerprint is too old, please repeat."),
    DEVICE_NOT_TRUSTED(
            "BIO-007",
            "Pemindai ini tidak dipercaya di fasilitas ini.",
            "This scanner is not trusted at this facility."),
    CAPTURE_REPLAYED(
            "BIO-009",
            "Sidik jari yang sama persis sudah pernah dikirim.",
            "This very picture of a finger was sent before."),
    NOT_ENROLLED("BIO-002", "Sidik jari peserta belum direkam.", "The member's fingers are not enrolled."),
    MATCHER_UNAVAILABLE("SYS-003", "Layanan pencocokan tidak tersedia.", "The matching service is unavailable."),
    GALLERY_INCOMPLETE(
            "SYS-004", "Data pembanding sedang tidak lengkap.", "The reference gallery is incomplete at the moment."),
    DUPLICATE_UNDER_REVIEW(
            "BIO-008",
            "Kemungkinan data ganda sedang diperiksa petugas.",
            "A possible duplicate of this person is under review."),
    OFFICER_NEEDED("SYS-005", "Perlu keputusan petugas.", "An officer has to decide this."),
    FACT_MISSING(
            "SYS-006",
            "Data yang diperlukan untuk keputusan belum lengkap.",
            "Data that the decision needs is missing."),
    POLICY_FAILED("SYS-007", "Aturan tidak dapat dihitung.", "A rule could not be evaluated.");

    private final String code;
    private final String textIndonesian;
    private final String textEnglish;

    UndeterminedCause(String code, String textIndonesian, String textEnglish) {
        this.code = code;
        this.textIndonesian = textIndonesian;
        this.textEnglish = textEnglish;
    }

    /** Stable, for machines; several causes may share one. */
    public String code() {
        return code;
    }

    /** One sentence for the screen, Indonesian. */
    public String textIndonesian() {
        return textIndonesian;
    }

    /** One sentence for the screen, English. */
    public String textEnglish() {
        return textEnglish;
    }
}
