package id.sidik.eligibility.matching;

import id.sidik.eligibility.nid.Sex;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a search may mean: all that is asked for must be so, or not known.
 *
 * @param regencies any of them, 4 digits each, at most {@link #REGENCIES_MAX}; empty when any will do
 */
public record SubjectFilter(Optional<Sex> sex, Optional<BirthYears> birthYears, Set<String> regencies) {
    /** As many as the matcher takes; there are fewer in the country. */
    public static final int REGENCIES_MAX = 1_000;

    /** Leaves nobody out. */
    public static final SubjectFilter EVERYBODY = new SubjectFilter(Optional.empty(), Optional.empty(), Set.of());

    public SubjectFilter {
        regencies = Set.copyOf(regencies);
        if (regencies.size() > REGENCIES_MAX) {
            throw new IllegalArgumentException(
                    "a filter names at most " + REGENCIES_MAX + " regencies, not " + regencies.size());
        }
    }

    /** Years of birth, both included, 1850 to 2200. */
    public record BirthYears(int first, int last) {
        public static final int MIN = 1850;
        public static final int MAX = 2200;

        public BirthYears {
            if (first < MIN || last > MAX || first > last) {
                throw new IllegalArgumentException("years of birth are " + MIN + " to " + MAX
                        + ", the first not after the last: " + first + " to " + last);
            }
        }
    }
}
