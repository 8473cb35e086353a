package id.sidik.eligibility.journey;

import id.sidik.biometrics.v1.SampleQuality;
import id.sidik.eligibility.policy.Presence;
import java.util.Collection;

/**
 * What came of looking at a finger.
 *
 * @param quality of the best sample, 1 to 100; 0 if nobody judged it
 */
record Look(Presence presence, int quality) {
    private static final int UNJUDGED = 0;

    static Look unjudged(Presence presence) {
        return new Look(presence, UNJUDGED);
    }

    static Look at(Presence presence, Collection<SampleQuality> qualities) {
        return new Look(
                presence,
                qualities.stream().mapToInt(SampleQuality::getScore).max().orElse(UNJUDGED));
    }
}
