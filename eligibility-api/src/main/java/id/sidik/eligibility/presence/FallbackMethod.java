package id.sidik.eligibility.presence;

/** How a person is served whose finger was not recognised. Names are stored and reported: never rename one. */
public enum FallbackMethod {
    /** Another finger of the same person: the mildest, and tried first. */
    OTHER_FINGER("Kehadiran dibuktikan dengan jari lain.", "Presence was shown by another finger."),
    /** The membership card and the number that only its holder knows. */
    CARD_PIN("Kehadiran dibuktikan dengan kartu dan PIN.", "Presence was shown by card and PIN."),
    /** A code sent to the telephone that was registered before. */
    ONE_TIME_CODE("Kehadiran dibuktikan dengan kode sekali pakai.", "Presence was shown by a one-time code."),
    /** Two different officers who vouch for the person. */
    OFFICER_OVERRIDE("Dua petugas menjamin kehadiran.", "Two officers vouch for the presence."),
    /** Treated at once, to be shown within 72 hours. Proves nothing and grants nothing. */
    EMERGENCY_GRACE(
            "Pelayanan darurat, kehadiran dibuktikan kemudian.", "An emergency; presence is to be shown later.");

    /** Of our family BIO- (presence): a fallback was used. Printed and told: never change it. */
    public static final String CODE = "BIO-006";

    private final String textIndonesian;
    private final String textEnglish;

    FallbackMethod(String textIndonesian, String textEnglish) {
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
