package id.sidik.engine.gallery;

import id.sidik.engine.template.FingerTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A 1:N search.
 *
 * @param probes 1 to {@link #PROBES_MAX}, all of one person
 * @param targetFpir only candidates with an FPIR up to this are returned, in (0, 1)
 * @param candidatesMax 1 to {@link #CANDIDATES_MAX}
 * @param timeLimit above zero; partitions that need longer do not vouch
 * @param excludedSubjectId whom the probes are known to belong to, when only others are looked for
 * @param filter whom the probes may belong to
 */
public record SearchRequest(
        List<FingerTemplate> probes,
        double targetFpir,
        int candidatesMax,
        Duration timeLimit,
        Optional<String> excludedSubjectId,
        SubjectFilter filter) {
    public static final int PROBES_MAX = 20;
    public static final int CANDIDATES_MAX = 100;

    public SearchRequest {
        probes = List.copyOf(probes);
        if (probes.isEmpty() || probes.size() > PROBES_MAX) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "A search has 1 to %d probes, not %d", PROBES_MAX, probes.size()));
        }
        if (!(targetFpir > 0 && targetFpir < 1)) {
            throw new IllegalArgumentException("target-fpir must be in (0, 1): " + targetFpir);
        }
        if (candidatesMax < 1 || candidatesMax > CANDIDATES_MAX) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "A search returns 1 to %d candidates, not %d", CANDIDATES_MAX, candidatesMax));
        }
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("The time limit must be above zero: " + timeLimit);
        }
    }

    public static SearchRequest of(
            List<FingerTemplate> probes, double targetFpir, int candidatesMax, Duration timeLimit) {
        return new SearchRequest(
                probes, targetFpir, candidatesMax, timeLimit, Optional.empty(), SubjectFilter.EVERYBODY);
    }

    /** The same search for everybody but one subject. */
    public SearchRequest excluding(String subjectId) {
        return new SearchRequest(probes, targetFpir, candidatesMax, timeLimit, Optional.of(subjectId), filter);
    }

    /** The same search among those who pass the filter. */
    public SearchRequest among(SubjectFilter subjects) {
        return new SearchRequest(probes, targetFpir, candidatesMax, timeLimit, excludedSubjectId, subjects);
    }
}
