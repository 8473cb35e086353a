package id.sidik.benchmarks.killstorm;

import java.util.Locale;

/**
 * What came of all rounds.
 *
 * @param rounds kills
 * @param acknowledged enrolments
 * @param lost acknowledged enrolments that were not there after a restart
 * @param miscounts restarts after which gallery, store and acknowledgements did not agree to the last reference
 */
record StormReport(int rounds, int acknowledged, int lost, int miscounts) {
    boolean clean() {
        return lost == 0 && miscounts == 0;
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "%d rounds of kill -9: %,d enrolments acknowledged, %d lost; gallery = store = acknowledged after %d of %d restarts",
                rounds,
                acknowledged,
                lost,
                rounds - miscounts,
                rounds);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"rounds\":%d,\"acknowledged\":%d,\"lost\":%d,\"miscounts\":%d}",
                rounds,
                acknowledged,
                lost,
                miscounts);
    }
}
