package id.sidik.eligibility.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All reports. Names are part of the contract: never rename one. The rule says in a sentence what an officer must know before she
 * believes a row.
 */
public enum ReportName {
    SAME_FINGER_MANY_NIDS(
            Family.FRAUD,
            "Satu jari, banyak NIK",
            "Same finger, many NIDs",
            "Jari yang sama cocok atau didaftarkan untuk beberapa NIK.",
            "One finger matched, or was enrolled, under several NIDs."),
    ONE_NID_MANY_FINGERS(
            Family.FRAUD,
            "Satu NIK, banyak jari",
            "One NID, many fingers",
            "Perbandingan gagal untuk satu NIK dengan jari yang diketahui milik orang lain.",
            "Comparisons for one NID failed, with fingers that are known to be other people's."),
    PRESENTER_AT_A_DEVICE(
            Family.FRAUD,
            "Jari yang sama di satu perangkat",
            "Presenter at a device",
            "Satu jari dipakai untuk beberapa NIK di satu perangkat pada satu hari, atau jari petugas sendiri.",
            "One finger was shown for several NIDs at one device in a day, or it is the operator's own."),
    REPLAY(
            Family.FRAUD,
            "Gambar diputar ulang",
            "Replay",
            "Gambar sidik jari yang persis sama terlihat lebih dari sekali.",
            "The very same picture of a finger was seen more than once."),
    IMPOSSIBLE_TRAVEL(
            Family.FRAUD,
            "Perjalanan mustahil",
            "Impossible travel",
            "Peserta hadir di dua tempat lebih cepat daripada orang dapat bepergian.",
            "A member was present at two places sooner than anybody can travel."),
    OVERLAPPING_ADMISSIONS(
            Family.FRAUD,
            "Rawat inap tumpang tindih",
            "Overlapping admissions",
            "Peserta dirawat inap di dua tempat pada hari yang sama.",
            "A member was an inpatient in two places on the same days."),
    DEAD_MEMBERS(
            Family.FRAUD,
            "Peserta meninggal",
            "Dead members",
            "Kehadiran, kunjungan, atau klaim atas layanan setelah tanggal kematian.",
            "A presence, a visit or a claim of a service after the day of death."),
    EARLY_DEATH_CLAIMS(
            Family.FRAUD,
            "Klaim kematian dini",
            "Early death claims",
            "Agen dengan beberapa klaim JKM tak lama setelah pendaftaran.",
            "Agents with several JKM claims soon after members joined."),
    VISITS_WITHOUT_PRESENCE(
            Family.FRAUD,
            "Kunjungan tanpa kehadiran",
            "Visits without presence",
            "Fasilitas yang menagih kunjungan tanpa bukti kehadiran atau jalur cadangan.",
            "Facilities that bill visits with neither a presence nor an accounted fallback."),
    PHANTOM_CARDS(
            Family.FRAUD,
            "Pengumpulan kartu",
            "Phantom card collection",
            "Banyak peserta pertama kali terlihat di satu tempat pada satu hari.",
            "Many members were first seen at one place on one day."),
    SHARED_CONTACT(
            Family.FRAUD,
            "Kontak bersama",
            "Shared contact",
            "Satu nomor telepon atau rekening untuk banyak peserta.",
            "One telephone or account number for many members."),
    FALLBACK_RATE(
            Family.FRAUD,
            "Tingkat jalur cadangan",
            "Fallback rate",
            "Fasilitas, petugas, atau penyetuju dengan jalur cadangan jauh di atas biasanya.",
            "Facilities, operators or approvers with far more fallbacks than is usual."),
    BACK_DATING(
            Family.FRAUD,
            "Tanggal mundur",
            "Back-dating",
            "Fasilitas yang mencatat kunjungan berhari-hari kemudian.",
            "Facilities that record visits days later."),
    REPEATED_FAILURES(
            Family.FRAUD,
            "Kegagalan berulang",
            "Repeated failures",
            "Orang (bantu), perangkat (bersihkan), petugas (perhatikan) dengan kegagalan jauh di atas biasanya.",
            "People (help them), devices (clean them), operators (look) with far more failures than is usual."),
    CAPACITY(
            Family.FRAUD,
            "Melebihi kapasitas",
            "Capacity",
            "Lebih banyak pasien daripada tempat tidur, atau lebih banyak tangkapan daripada kemampuan pemindai.",
            "More inpatients than beds, or more captures than a scanner can do."),
    QUALITY_DRIFT(
            Family.FRAUD,
            "Mutu menurun",
            "Quality drift",
            "Perangkat yang mutu tangkapannya turun dari biasanya.",
            "Devices whose captures have become poorer than they used to be."),
    KEY_FIGURES(
            Family.MANAGEMENT,
            "Indikator kinerja",
            "Key figures",
            "Angka kunci gerbang dalam periode ini.",
            "What the gate achieved in the period, in a few figures."),
    GENUINE_REJECTS(
            Family.MANAGEMENT,
            "Penolakan orang yang benar",
            "Genuine rejects",
            "Upaya gagal yang diikuti kecocokan orang yang sama di tempat yang sama dalam sepuluh menit, menurut umur dan jari.",
            "Attempts that failed and were followed by a match of the same member there within ten minutes, by age and finger."),
    SITES(
            Family.MANAGEMENT,
            "Lokasi",
            "Sites",
            "Kegagalan teknis, kehadiran, jalur cadangan, dan antrean menurut fasilitas.",
            "Outages, presences, fallbacks and queues by facility."),
    FALLBACK_METHODS(
            Family.MANAGEMENT,
            "Cara jalur cadangan",
            "Fallbacks by method",
            "Keputusan yang bersandar pada jalur cadangan, menurut fasilitas dan cara: jari lain, kartu dan PIN, kode sekali pakai, dua petugas, darurat.",
            "Decisions that rest on a fallback, by facility and method: another finger, card and PIN, one-time code, two officers, emergency."),
    CONTRIBUTIONS(
            Family.MANAGEMENT,
            "Iuran",
            "Contributions",
            "Iuran menurut program, bulan, dan kanal.",
            "Contributions by programme, month and channel."),
    CLAIMS(
            Family.MANAGEMENT,
            "Klaim",
            "Claims",
            "Klaim menurut program dan keadaan.",
            "Claims by programme and state."),
    FINANCIAL_TOTALS(
            Family.MANAGEMENT,
            "Total keuangan",
            "Financial totals",
            "Iuran masuk dan manfaat dibayar menurut program; setiap total dihitung dua kali dan harus sama sampai rupiah.",
            "Contributions in and benefits out by programme; each total is added up in two ways that must agree to the rupiah."),
    SALARY_CHECK(
            Family.MANAGEMENT,
            "Pemeriksaan upah",
            "Salary check",
            "Pekerja yang upahnya dilaporkan lebih rendah daripada yang mereka nyatakan.",
            "Workers whose wage was reported lower than they say that it is."),
    WORK_INJURIES(
            Family.MANAGEMENT,
            "Kecelakaan kerja",
            "Work injuries",
            "Klaim JKK menurut pemberi kerja, dan jumlahnya per seribu pekerja.",
            "JKK claims by employer, and how many per thousand workers."),
    EMPLOYER_COMPLIANCE(
            Family.MANAGEMENT,
            "Kepatuhan pemberi kerja",
            "Employer compliance",
            "Bulan yang menunggak dan pembayaran yang terlambat menurut pemberi kerja.",
            "Months missing and payments late, by employer."),
    COMPLAINTS(
            Family.MANAGEMENT,
            "Pengaduan",
            "Complaints",
            "Pengaduan menurut topik, dan seberapa cepat dijawab.",
            "Complaints by topic, and how soon they were answered.");

    private final Family family;
    private final String titleIndonesian;
    private final String titleEnglish;
    private final String ruleIndonesian;
    private final String ruleEnglish;

    ReportName(Family family, String titleIndonesian, String titleEnglish, String ruleIndonesian, String ruleEnglish) {
        this.family = family;
        this.titleIndonesian = titleIndonesian;
        this.titleEnglish = titleEnglish;
        this.ruleIndonesian = ruleIndonesian;
        this.ruleEnglish = ruleEnglish;
    }

    /** What a report is for. */
    public enum Family {
        FRAUD,
        MANAGEMENT
    }

    /** The sixteen that look for fraud. */
    public static List<ReportName> ofFraud() {
        return Arrays.stream(values())
                .filter(name -> name.family == Family.FRAUD)
                .toList();
    }

    /** By what people type: lower case, with hyphens. */
    public static Optional<ReportName> of(String typed) {
        return Arrays.stream(values())
                .filter(name -> name.typed().equals(typed))
                .findFirst();
    }

    public String typed() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Family family() {
        return family;
    }

    public String titleIndonesian() {
        return titleIndonesian;
    }

    public String titleEnglish() {
        return titleEnglish;
    }

    public String ruleIndonesian() {
        return ruleIndonesian;
    }

    public String ruleEnglish() {
        return ruleEnglish;
    }
}
