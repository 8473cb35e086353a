package id.sidik.eligibility.report;

import java.util.Locale;

/** What a cell says, with its unit and its words. Names are heads of exported files: never rename one. */
public enum Column {
    KIND(Unit.WORD, "Jenis", "Kind"),
    SUBJECT(Unit.WORD, "Subjek", "Subject"),
    MEMBER(Unit.MEMBER, "Peserta", "Member"),
    FACILITY(Unit.WORD, "Fasilitas", "Facility"),
    OTHER_FACILITY(Unit.WORD, "Fasilitas lain", "Other facility"),
    DEVICE(Unit.WORD, "Perangkat", "Device"),
    OPERATOR(Unit.WORD, "Petugas", "Operator"),
    EMPLOYER(Unit.WORD, "Pemberi kerja", "Employer"),
    PROGRAMME(Unit.WORD, "Program", "Programme"),
    CHANNEL(Unit.WORD, "Kanal", "Channel"),
    SEGMENT(Unit.WORD, "Segmen", "Segment"),
    MONTH(Unit.WORD, "Bulan", "Month"),
    METHOD(Unit.WORD, "Cara", "Method"),
    TOPIC(Unit.WORD, "Topik", "Topic"),
    BAND(Unit.WORD, "Kelompok", "Group"),
    STATE(Unit.WORD, "Keadaan", "State"),
    DAY(Unit.DAY, "Tanggal", "Day"),
    NIDS(Unit.COUNT, "NIK berbeda", "Different NIDs"),
    PEOPLE(Unit.COUNT, "Orang berbeda", "Different people"),
    MEMBERS(Unit.COUNT, "Peserta", "Members"),
    PRESENCES(Unit.COUNT, "Kehadiran", "Presences"),
    FAILURES(Unit.COUNT, "Kegagalan", "Failures"),
    FALLBACKS(Unit.COUNT, "Jalur cadangan", "Fallbacks"),
    GRANTED(Unit.COUNT, "Dikabulkan", "Granted"),
    VISITS(Unit.COUNT, "Kunjungan", "Visits"),
    CLAIMS(Unit.COUNT, "Klaim", "Claims"),
    PAYMENTS(Unit.COUNT, "Pembayaran", "Payments"),
    UNPROVEN(Unit.COUNT, "Tanpa kehadiran", "Without presence"),
    LATE(Unit.COUNT, "Terlambat", "Late"),
    COUNT(Unit.COUNT, "Jumlah", "Count"),
    ANSWERED(Unit.COUNT, "Dijawab", "Answered"),
    WORKERS(Unit.COUNT, "Pekerja", "Workers"),
    MONTHS(Unit.COUNT, "Bulan", "Months"),
    MONTHS_MISSING(Unit.COUNT, "Bulan menunggak", "Months missing"),
    LIMIT(Unit.COUNT, "Batas", "Limit"),
    RATE(Unit.PERMILLE, "Tingkat", "Rate"),
    USUAL_RATE(Unit.PERMILLE, "Tingkat biasa", "Usual rate"),
    QUALITY(Unit.POINTS, "Mutu", "Quality"),
    USUAL_QUALITY(Unit.POINTS, "Mutu biasa", "Usual quality"),
    DISTANCE(Unit.KM, "Jarak", "Distance"),
    SPEED(Unit.KM_PER_HOUR, "Kecepatan", "Speed"),
    QUEUE(Unit.MINUTES, "Antrean, median", "Queue, median"),
    UPTIME(Unit.PERMILLE, "Ketersediaan", "Uptime"),
    MINUTES(Unit.MINUTES, "Selang", "Time between"),
    DAYS(Unit.DAYS, "Hari", "Days"),
    AMOUNT(Unit.RUPIAH, "Nilai", "Amount"),
    PAID(Unit.RUPIAH, "Dibayar", "Paid"),
    BALANCE(Unit.RUPIAH, "Selisih", "Balance"),
    WAGE_REPORTED(Unit.RUPIAH, "Upah dilaporkan", "Wage reported"),
    WAGE_DECLARED(Unit.RUPIAH, "Upah menurut pekerja", "Wage by the worker"),
    VALUE(Unit.WORD, "Nilai", "Value"),
    UNIT(Unit.WORD, "Satuan", "Unit"),
    EVIDENCE(Unit.WORD, "Bukti", "Evidence");

    private final Unit unit;
    private final String textIndonesian;
    private final String textEnglish;

    Column(Unit unit, String textIndonesian, String textEnglish) {
        this.unit = unit;
        this.textIndonesian = textIndonesian;
        this.textEnglish = textEnglish;
    }

    /** What the number of a cell counts. */
    public enum Unit {
        WORD,
        MEMBER,
        DAY,
        COUNT,
        /** Thousandths. */
        PERMILLE,
        POINTS,
        KM,
        KM_PER_HOUR,
        MINUTES,
        DAYS,
        RUPIAH
    }

    public Unit unit() {
        return unit;
    }

    /** The head of the column in an exported file. */
    public String head() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String textIndonesian() {
        return textIndonesian;
    }

    public String textEnglish() {
        return textEnglish;
    }
}
