package id.sidik.eligibility.matching;

import id.sidik.biometrics.v1.SampleQuality;
import java.util.List;

/** What a comparison of probes with one subject's references says. */
public sealed interface Verification {

    /**
     * The probes are the subject's, or they are not, at the error rate that was asked for.
     *
     * @param match whether {@code fmr <= targetFmr}
     * @param fmr the share of impostor attempts that would look at least this alike, in [0, 1]
     * @param algorithm comparator and version that the rates belong to
     * @param qualities in the order of the samples
     */
    record Compared(boolean match, double fmr, double targetFmr, String algorithm, List<SampleQuality> qualities)
            implements Verification {
        public Compared {
            qualities = List.copyOf(qualities);
        }
    }

    /** The subject has no references. */
    record NoReference() implements Verification {}

    /** Nothing in the samples could be compared. */
    record TooPoor(List<SampleQuality> qualities) implements Verification {
        public TooPoor {
            qualities = List.copyOf(qualities);
        }
    }
}
