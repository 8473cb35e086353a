package id.sidik.eligibility.decision;

/**
 * Why the answer is no. Declared in order of precedence: of all reasons that apply and may be told, the first leads. Who somebody is
 * comes before what was paid, and what was paid before what this claim needs.
 *
 * <p>Codes are those of the HCX claim-denial value set where it has one, else of our own families BIO- (presence), MEMB-
 * (membership), CONT- (contributions) and COND- (conditions of a benefit). Names and codes are stored and printed on receipts: never
 * change one. The catalogue is closed, so that a receipt of any year can be read; rules are data and refer to it.
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
    BORN_AFTER_SERVICE(
            "CLAI-009",
            "Pelayanan terjadi sebelum peserta lahir.",
            "The service was given before the member was born."),
    DEATH_NOT_RECORDED("MEMB-003", "Kematian peserta belum tercatat.", "The member's death is not recorded."),
    OTHER_PAYER(
            "CLAI-007",
            "Kecelakaan kerja dijamin oleh program JKK, bukan JKN.",
            "A work injury is paid for by JKK, not by JKN."),
    OVERLAPPING_STAY(
            "CLAI-008",
            "Peserta tercatat sedang dirawat inap di fasilitas lain.",
            "The member is recorded as an inpatient of another facility."),
    OVERLAPPING_AUTHORISATION(
            "AUTH-010",
            "Sudah ada persetujuan lain untuk waktu yang sama.",
            "Another authorisation covers the same time."),
    PROVIDER_NOT_CONTRACTED("ELIG-007", "Fasilitas ini tidak bekerja sama.", "This facility is not contracted."),
    NO_CONTRIBUTION(
            "CONT-001",
            "Belum pernah ada iuran untuk program ini.",
            "No contribution was ever paid for this programme."),
    COVER_NOT_BEGUN("ELIG-006", "Masa perlindungan belum dimulai.", "Cover has not begun yet."),
    CONTRIBUTIONS_LAPSED(
            "ELIG-005",
            "Iuran tertunggak, masa perlindungan telah berakhir.",
            "Contributions are in arrears and cover has ended."),
    CONTRIBUTIONS_TOO_FEW("CONT-002", "Masa iuran belum mencukupi.", "Contributions were paid for too few months."),
    REASON_NOT_COVERED(
            "NCOV-003",
            "Alasan ini tidak dijamin oleh program yang diminta.",
            "The programme does not pay for this reason."),
    NOT_A_CITIZEN(
            "COND-005", "Program ini hanya untuk warga negara Indonesia.", "This programme is for citizens only."),
    AGE_NOT_REACHED("COND-001", "Usia belum mencapai syarat.", "The age that is required is not reached."),
    AGE_EXCEEDED("COND-002", "Usia melampaui batas.", "The age limit is exceeded."),
    MEMBERSHIP_TOO_SHORT("COND-003", "Masa kepesertaan belum mencukupi.", "The membership is too short."),
    STILL_EMPLOYED("COND-004", "Peserta masih atau kembali bekerja.", "The member is still, or again, employed."),
    WAITING_TIME("AUTH-011", "Masa tunggu belum berakhir.", "The waiting time is not over."),
    CLAIMED_TOO_LATE("TIME-001", "Batas waktu pengajuan telah lewat.", "The time for this claim has passed."),
    LIMIT_REACHED("BENX-002", "Batas manfaat telah tercapai.", "The limit of the benefit is reached."),
    ALREADY_PAID("DUPL-001", "Manfaat ini sudah pernah dibayarkan.", "This benefit was paid already."),
    DOCUMENT_MISSING("COND-006", "Dokumen yang diperlukan belum ada.", "A document that is required is missing."),
    APPROVAL_MISSING("AUTH-001", "Persetujuan yang diperlukan belum ada.", "The approval that is required is missing.");

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
