package id.sidik.engine.kernel;

/** {@link PairSupport}, one pair after the other. */
public final class ScalarPairSupport {
    private ScalarPairSupport() {}

    /** As {@link PairSupport#find}. */
    public static void find(PairTable pairs) {
        for (int pair = 0; pair < pairs.count(); pair++) {
            float sum = pairs.value[pair];
            for (int other = 0; other < pairs.count(); other++) {
                sum += pairs.value[other] * PairSupport.agreement(pairs, pair, other);
            }
            pairs.support[pair] = sum;
        }
    }
}
