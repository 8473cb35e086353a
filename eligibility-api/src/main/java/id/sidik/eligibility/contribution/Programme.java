package id.sidik.eligibility.contribution;

/**
 * Programmes of BPJS Ketenagakerjaan and BPJS Kesehatan, by their own abbreviations. Names are stored: never rename one, and
 * the order is that of the statutes.
 */
public enum Programme {
    /** Jaminan Hari Tua: old-age savings. */
    JHT,
    /** Jaminan Kecelakaan Kerja: work injury. */
    JKK,
    /** Jaminan Kematian: death. */
    JKM,
    /** Jaminan Pensiun: pension. */
    JP,
    /** Jaminan Kehilangan Pekerjaan: unemployment. */
    JKP,
    /** Jaminan Kesehatan Nasional: health. */
    JKN;

    /** Whether what is paid is saved for the member, and earns something. */
    public boolean saves() {
        return this == JHT || this == JP;
    }
}
