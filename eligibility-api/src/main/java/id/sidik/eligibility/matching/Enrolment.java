package id.sidik.eligibility.matching;

import id.sidik.biometrics.v1.SampleQuality;
import java.util.List;

/** What became of an enrolment. */
public sealed interface Enrolment {

    /** References are stored and searchable. */
    record Enrolled(List<SampleQuality> qualities) implements Enrolment {
        public Enrolled {
            qualities = List.copyOf(qualities);
        }
    }

    /** Somebody else looks like the same person; nothing was stored. Best first, at least one. */
    record DuplicatesSuspected(List<MatchCandidate> candidates) implements Enrolment {
        public DuplicatesSuspected {
            candidates = List.copyOf(candidates);
        }
    }

    /** No sample was good enough to compare with later; nothing was stored. */
    record TooPoor(List<SampleQuality> qualities) implements Enrolment {
        public TooPoor {
            qualities = List.copyOf(qualities);
        }
    }
}
