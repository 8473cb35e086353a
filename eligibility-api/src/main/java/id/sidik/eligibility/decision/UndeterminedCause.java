package id.sidik.eligibility.decision;

/**
 * Why there is no answer. The person is referred to an officer: neither granted, nor turned away. Names are stored and printed
 * on receipts: never change one.
 */
public enum UndeterminedCause {
    SCANNER_UNPLUGGED("Pemindai sidik jari terlepas.", "The fingerprint scanner was unplugged."),
    SCANNER_FAULT("Pemindai sidik jari bermasalah.", "The fingerprint scanner failed."),
    FINGER_TIMEOUT("Tidak ada jari yang terbaca pada waktunya.", "No finger was presented in time."),
    QUALITY_TOO_LOW("Mutu sidik jari terlalu rendah untuk dibandingkan.", "The fingerprint was too poor to compare."),
    CAPTURE_MISSING("Tidak ada sidik jari yang dikirim.", "No fingerprint was sent."),
    CAPTURE_STALE("Sidik jari sudah kedaluwarsa, silakan ulangi.", "The fingerprint is too old, please repeat."),
    NOT_ENROLLED("Sidik jari peserta belum direkam.", "The member's fingers are not enrolled."),
    MATCHER_UNAVAILABLE("Layanan pencocokan tidak tersedia.", "The matching service is unavailable."),
    GALLERY_INCOMPLETE("Data pembanding sedang tidak lengkap.", "The reference gallery is incomplete at the moment.");

    private final String textIndonesian;
    private final String textEnglish;

    UndeterminedCause(String textIndonesian, String textEnglish) {
        this.textIndonesian = textIndonesian;
        this.textEnglish = textEnglish;
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
