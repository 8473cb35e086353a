package id.sidik.eligibility.decision;

/**
 * Why the answer is no. Declared in order of precedence: of all reasons that apply and may be told, the first leads.
 *
 * <p>Codes are those of the HCX claim-denial value set where it has one, else of our own families BIO- (presence), MEMB-
 * (membership) and CONT- (contributions). Names and codes are stored and printed on receipts: never change one.
 */
public enum DenialReason {
    NOT_A_MEMBER(
            "ELIG-001", "Nomor ini tidak terdaftar sebagai peserta.", "This number is not registered as a member."),
    PRESENCE_MISMATCH(
            "BIO-003",
            "Sidik jari tidak cocok dengan peserta ini. Hubungi petugas.",
            "The fingerprint is not that of this member. Please see an officer."),
    DECEASED("CLAI-010", "Peserta tercatat telah meninggal dunia.", "The member is recorded as deceased."),
    MERGED(
            "MEMB-002",
            "Kepesertaan ini telah digabung dengan nomor lain.",
            "This membership was merged into that of another number."),
    SUSPENDED("MEMB-001", "Kepesertaan sedang ditangguhkan.", "The membership is suspended."),
    NO_CONTRIBUTION(
            "CONT-001",
            "Belum pernah ada iuran untuk program ini.",
            "No contribution was ever paid for this programme."),
    COVER_NOT_BEGUN("ELIG-006", "Masa perlindungan belum dimulai.", "Cover has not begun yet."),
    CONTRIBUTIONS_LAPSED(
            "ELIG-005",
            "Iuran tertunggak, masa perlindungan telah berakhir.",
            "Contributions are in arrears and cover has ended.");

    private final String code;
    private final String textIndonesian;
    private final String textEnglish;

    DenialReason(String code, String textIndonesian, String textEnglish) {
        this.code = code;
        this.textIndonesian = textIndonesian;
        this.textEnglish = textEnglish;
    }

    /** Stable, for machines. */
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
