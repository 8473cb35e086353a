package id.sidik.benchmarks.offlinestorm;

import java.util.Locale;

/**
 * What came of it.
 *
 * @param kills of the site's process
 * @param answered checks whose answer was told, each once
 * @param granted of these
 * @param reconciled entries that the gate has
 * @param lost told answers that the gate never heard of
 * @param doubled captures that the gate has more than once
 * @param untold entries of captures that were never asked
 * @param changed told answers that are another at the gate, or were another when they were asked for again
 * @param grantedWrongly by the gate's judgement
 * @param referredNeedlessly by the gate's judgement
 */
record OfflineReport(
        int kills,
        int answered,
        int granted,
        int reconciled,
        int lost,
        int doubled,
        int untold,
        int changed,
        int grantedWrongly,
        int referredNeedlessly) {
    boolean clean() {
        return lost == 0 && doubled == 0 && untold == 0 && changed == 0 && reconciled == answered;
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "%d times kill -9: %,d checks answered without a network, %,d of them granted; %,d reconciled, %d lost, %d doubled, "
                        + "%d never asked, %d changed; the gate would have answered differently %d times: %d granted wrongly, "
                        + "%d referred needlessly",
                kills,
                answered,
                granted,
                reconciled,
                lost,
                doubled,
                untold,
                changed,
                grantedWrongly + referredNeedlessly,
                grantedWrongly,
                referredNeedlessly);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"kills\":%d,\"answered\":%d,\"granted\":%d,\"reconciled\":%d,\"lost\":%d,\"doubled\":%d,\"untold\":%d,"
                        + "\"changed\":%d,\"grantedWrongly\":%d,\"referredNeedlessly\":%d}",
                kills,
                answered,
                granted,
                reconciled,
                lost,
                doubled,
                untold,
                changed,
                grantedWrongly,
                referredNeedlessly);
    }
}
