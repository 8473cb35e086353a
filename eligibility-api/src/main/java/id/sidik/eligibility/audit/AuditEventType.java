package id.sidik.eligibility.audit;

import java.util.Arrays;
import java.util.Optional;

/** What can happen, with how a page calls it. Names are part of the log: never rename one. */
public enum AuditEventType {
    MEMBER_REGISTERED("Peserta didaftarkan", "Member registered"),
    REGISTRATION_HELD("Pendaftaran ditahan", "Registration held"),
    FINGERS_TOO_POOR("Sidik jari terlalu buruk", "Fingers too poor to enrol"),
    FINGERS_ENROLLED("Sidik jari direkam", "Fingers enrolled"),
    ENROLMENT_HELD("Perekaman jari ditahan", "Enrolment of fingers held"),
    FINGERS_WITHDRAWN("Sidik jari dihapus", "Fingers withdrawn"),
    CONTRIBUTION_RECORDED("Iuran dicatat", "Contribution recorded"),
    DECISION_MADE("Keputusan dibuat", "Decision made"),
    MEMBER_VERIFIED("Peserta diverifikasi", "Member verified"),
    MEMBER_IDENTIFIED("Peserta dicari dari jari", "Member looked for by finger"),
    PRESENTER_SEARCHED("Jari yang hadir dicari", "Finger that was shown searched for"),
    MEMBERS_DEDUPLICATED("Data ganda dicari", "Duplicates searched for"),
    MEMBER_READ("Data peserta dibaca", "Member read"),
    RECEIPT_REVOKED("Tanda terima dicabut", "Receipt revoked"),
    RECEIPT_KEY_MADE("Kunci tanda terima dibuat", "Receipt key made"),
    RECEIPT_KEY_WITHDRAWN("Kunci tanda terima ditarik", "Receipt key withdrawn"),
    REPORT_MADE("Laporan dibuat", "Report made"),
    SITE_RECORDED("Lokasi dicatat", "Site recorded"),
    CONTRACT_RECORDED("Kontrak fasilitas dicatat", "Contract of a facility recorded"),
    APPROVAL_RECORDED("Persetujuan layanan dicatat", "Approval of care recorded"),
    APPROVAL_WITHDRAWN("Persetujuan layanan ditarik", "Approval of care withdrawn"),
    APPROVALS_READ("Persetujuan layanan dibaca", "Approvals of care read"),
    STAFF_RECORDED("Petugas dicatat", "Staff member recorded"),
    COMPLAINT_RECORDED("Pengaduan dicatat", "Complaint recorded"),
    COMPLAINT_ANSWERED("Pengaduan dijawab", "Complaint answered"),
    AUDIT_SEARCHED("Log audit dicari", "Audit log searched"),
    ACCESS_REFUSED("Akses ditolak", "Access refused"),
    ELIGIBILITY_EXPLAINED("Kelayakan dijelaskan", "Eligibility explained"),
    DECISION_REPLAYED("Keputusan diulang", "Decision replayed"),
    BENEFIT_SIMULATED("Manfaat disimulasikan", "Benefit simulated"),
    BOOKS_COPIED("Buku disalin sebagai cadangan", "Books copied for a backup"),
    REGISTRATION_BEGUN("Pendaftaran dimulai", "Registration begun"),
    REGISTRATION_DESCRIBED("Data pendaftaran diisi", "Registration described"),
    PROFILE_CHANGED("Data diri diubah", "Profile changed"),
    STATUS_CHANGED("Status peserta diubah", "Status changed"),
    STATUS_CHANGE_PROPOSED("Perubahan status diusulkan", "Change of status proposed"),
    DEPENDANTS_CHANGED("Tanggungan diubah", "Dependants changed"),
    EMPLOYMENT_CHANGED("Hubungan kerja diubah", "Employment changed"),
    CONSENT_RECORDED("Persetujuan data dicatat", "Consent recorded"),
    CARD_RECORDED("Kartu dicatat", "Card recorded"),
    CARD_ENDED("Kartu diakhiri", "Card ended"),
    EMPLOYER_RECORDED("Pemberi kerja dicatat", "Employer recorded"),
    WORKERS_READ("Daftar pekerja dibaca", "Workers of an employer read"),
    CASE_OPENED("Kasus dibuka", "Case opened"),
    CASE_READ("Kasus dibaca", "Case read"),
    CASE_PRINTS_SHOWN("Sidik jari kasus diperlihatkan", "Prints of a case shown"),
    VERDICT_PROPOSED("Putusan kasus diusulkan", "Verdict on a case proposed"),
    CASE_DECIDED("Kasus diputuskan", "Case decided"),
    SPLIT_PROPOSED("Pemisahan peserta diusulkan", "Split of a member proposed"),
    MEMBER_SPLIT("Peserta dipisahkan", "Member split"),
    ACCOUNT_READ("Rekening iuran dibaca", "Account read"),
    CHANNEL_RECONCILED("Kanal pembayaran dicocokkan", "Payment channel reconciled"),
    IMPORT_CONTINUED("Impor berkas dilanjutkan", "Import of a file continued"),
    RECORDS_EXPORTED("Data diekspor", "Records exported"),
    CLAIM_OPENED("Klaim dibuka", "Claim opened"),
    CLAIM_SUPPLIED("Dokumen klaim diterima", "Documents of a claim received"),
    CLAIM_DECIDED("Klaim diputuskan", "Claim decided"),
    CLAIM_APPEALED("Klaim dibanding", "Claim appealed"),
    CLAIM_PAYMENT_NOTICED("Pembayaran klaim diberitahukan", "Payment of a claim noticed"),
    CLAIM_READ("Klaim dibaca", "Claim read"),
    VISIT_OPENED("Kunjungan dibuka", "Visit opened"),
    VISIT_PRESENCE_SHOWN("Kehadiran pada kunjungan dibuktikan", "Presence shown for a visit"),
    VISIT_ENDED("Kunjungan diakhiri", "Visit ended"),
    VISIT_READ("Kunjungan dibaca", "Visit read"),
    CAPTURE_REFUSED("Rekaman jari ditolak", "Capture refused"),
    FALLBACK_OPENED("Jalur cadangan dibuka", "Fallback opened"),
    FALLBACK_ANSWERED("Jalur cadangan dijawab", "Fallback answered"),
    FALLBACK_VOUCHED("Petugas menjamin kehadiran", "Officer vouched for a presence"),
    FALLBACK_READ("Jalur cadangan dibaca", "Fallback read"),
    PIN_SET("PIN kartu ditetapkan", "PIN of a card set"),
    DEVICE_REGISTERED("Pemindai didaftarkan", "Device registered"),
    DEVICE_REVOKED("Pemindai dicabut", "Device revoked"),
    SITE_REGISTERED("Lokasi luring didaftarkan", "Site without a network registered"),
    MEMBERS_EXPECTED("Peserta diharapkan di lokasi", "Members expected at a site"),
    SITE_PACK_ISSUED("Paket lokasi diterbitkan", "Site pack issued"),
    PROVISIONAL_RECONCILED("Jawaban sementara dicocokkan", "Provisional answer reconciled"),
    PROVISIONALS_READ("Jawaban sementara dibaca", "Provisional answers read"),
    BRIDGE_INVITED("Jembatan diundang", "Bridge invited"),
    BRIDGE_JOINED("Jembatan bergabung", "Bridge joined"),
    BRIDGE_REVOKED("Jembatan dicabut", "Bridge revoked"),
    BRIDGE_RENEWED("Sertifikat jembatan diperbarui", "Certificate of a bridge renewed"),
    CERTIFICATE_ENDED("Sertifikat diakhiri", "Certificate ended"),
    PROFILE_PUBLISHED("Setelan jembatan diterbitkan", "Settings of bridges published");

    private final String textIndonesian;
    private final String textEnglish;

    AuditEventType(String textIndonesian, String textEnglish) {
        this.textIndonesian = textIndonesian;
        this.textEnglish = textEnglish;
    }

    /** The type of that name; empty if there is none. */
    public static Optional<AuditEventType> of(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** A few words, Indonesian. */
    public String textIndonesian() {
        return textIndonesian;
    }

    /** A few words, English. */
    public String textEnglish() {
        return textEnglish;
    }
}
