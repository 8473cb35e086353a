package id.sidik.bridge.offline;

/** What became of the finger at a bridge without a network. */
public sealed interface FingerFinding {
    /**
     * There was something to compare.
     *
     * @param fmr how often a stranger's finger would look at least this alike
     */
    record Compared(double fmr) implements FingerFinding {}

    /** Not compared, because it could not be or because nothing depended on it. */
    record NotCompared(OfflineCause cause) implements FingerFinding {}

    /** The rate, or 1 when nothing was compared. */
    default double rate() {
        return this instanceof Compared(double fmr) ? fmr : 1;
    }
}
