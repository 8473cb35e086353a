package id.sidik.eligibility.report;

import java.util.Locale;

/** The key figures. Names are part of the contract: never rename one. */
public enum KeyFigure {
    PRESENCES("count", "Kehadiran terbukti", "Presences proven"),
    GENUINE_REJECT_RATE("permille", "Penolakan orang yang benar", "Genuine rejects"),
    ATTEMPTS_PER_SUCCESS("thousandths", "Upaya per keberhasilan", "Attempts per success"),
    FAILURE_TO_ENROL_RATE("permille", "Gagal mendaftarkan jari", "Failure to enrol"),
    ANSWER_MEDIAN("ms", "Waktu jawab, median", "Time to answer, median"),
    ANSWER_P95("ms", "Waktu jawab, p95", "Time to answer, p95"),
    QUEUE_MEDIAN("s", "Antrean, median", "Queue, median"),
    FALLBACK_RATE("permille", "Jalur cadangan", "Fallbacks"),
    FAULT_RATE("permille", "Gangguan teknis", "Technical faults"),
    DUPLICATES_FOUND("count", "Dugaan ganda ditemukan", "Duplicates suspected"),
    DUPLICATES_CONFIRMED("count", "Ganda terbukti", "Duplicates confirmed"),
    CASES_WAITING("count", "Kasus menunggu", "Cases waiting"),
    OLDEST_CASE("days", "Kasus tertua", "Oldest case"),
    UNVERIFIED_VALUE("rupiah", "Nilai klaim tanpa kehadiran", "Claim value without presence");

    private final String unit;
    private final String textIndonesian;
    private final String textEnglish;

    KeyFigure(String unit, String textIndonesian, String textEnglish) {
        this.unit = unit;
        this.textIndonesian = textIndonesian;
        this.textEnglish = textEnglish;
    }

    public String typed() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String unit() {
        return unit;
    }

    public String textIndonesian() {
        return textIndonesian;
    }

    public String textEnglish() {
        return textEnglish;
    }
}
