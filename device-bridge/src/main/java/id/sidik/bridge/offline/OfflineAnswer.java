package id.sidik.bridge.offline;

/** What a bridge says when nobody can be asked. It never denies: a no cannot be bounded, and may rest on what was paid yesterday. */
public sealed interface OfflineAnswer {
    /**
     * Provisionally.
     *
     * @param stakeRupiah what it costs if it is wrong
     */
    record Granted(String benefit, String inForceUntil, long stakeRupiah) implements OfflineAnswer {}

    /** An officer decides. */
    record Referred(OfflineCause cause) implements OfflineAnswer {}
}
