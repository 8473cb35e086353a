package id.sidik.bridge.offline;

/** Why a bridge without a network sends somebody to an officer. The names are stored and sent: never rename one. */
public enum OfflineCause {
    CLOCK_BEHIND("Jam mesin ini tidak dapat dipercaya.", "This machine's clock cannot be trusted."),
    DEVICE_REVOKED("Mesin ini tidak dipercaya lagi.", "This machine is trusted no more."),
    NOT_EXPECTED(
            "Anda tidak ada dalam daftar untuk layanan tanpa jaringan.",
            "You are not on the list for service without a network."),
    PURPOSE_NEEDS_NETWORK("Keperluan ini memerlukan jaringan.", "This purpose needs the network."),
    NOT_COVERED_WHEN_ISSUED(
            "Hak layanan tidak dapat dipastikan tanpa jaringan.",
            "Entitlement cannot be made sure of without the network."),
    ATTEMPTS_USED_UP("Batas percobaan hari ini tercapai.", "Today's attempts are used up."),
    PERSON_LIMIT_REACHED(
            "Batas layanan tanpa jaringan per orang tercapai.",
            "The limit for one person without a network is reached."),
    SITE_LIMIT_REACHED(
            "Batas layanan tanpa jaringan di tempat ini tercapai.",
            "The limit of this place without a network is reached."),
    FINGER_NOT_CAPTURED("Sidik jari tidak terbaca.", "No fingerprint could be read."),
    FINGER_TOO_POOR("Mutu sidik jari terlalu rendah.", "The fingerprint was too poor."),
    FINGER_NOT_REFERENCED("Jari ini tidak ada dalam daftar.", "This finger is not on the list."),
    FINGER_NOT_PROVED("Sidik jari tidak dapat dipastikan.", "The finger could not be made sure of.");

    private final String textIndonesian;
    private final String textEnglish;

    OfflineCause(String textIndonesian, String textEnglish) {
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
