package id.sidik.engine.gallery;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a search may mean. A subject passes if all that is asked for may be so: who is of unknown sex may be of either, who has no
 * known region may live in any. Membership of a named gallery is never unknown.
 *
 * @param sex not {@link Sex#UNKNOWN}
 * @param regions at most {@link #REGIONS_MAX}; empty when any will do
 * @param gallery the name of the subset that is searched; empty for everybody
 */
public record SubjectFilter(
        Optional<Sex> sex, Optional<YearBand> birthYears, Set<String> regions, Optional<String> gallery) {
    public static final int REGIONS_MAX = 1_000;

    /** Leaves nobody out. */
    public static final SubjectFilter EVERYBODY =
            new SubjectFilter(Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

    public SubjectFilter {
        regions = Set.copyOf(regions);
        if (sex.filter(asked -> asked == Sex.UNKNOWN).isPresent()) {
            throw new IllegalArgumentException(
                    "Who is of unknown sex passes every filter; ask for FEMALE, MALE or neither");
        }
        if (regions.size() > REGIONS_MAX) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "A filter names at most %,d regions, not %,d", REGIONS_MAX, regions.size()));
        }
        regions.forEach(SubjectTraits::requireRegion);
        gallery.ifPresent(SubjectTraits::requireGallery);
    }

    public static SubjectFilter ofSex(Sex sex) {
        return new SubjectFilter(Optional.of(sex), Optional.empty(), Set.of(), Optional.empty());
    }

    public static SubjectFilter bornIn(YearBand years) {
        return new SubjectFilter(Optional.empty(), Optional.of(years), Set.of(), Optional.empty());
    }

    public static SubjectFilter ofRegions(Set<String> regions) {
        return new SubjectFilter(Optional.empty(), Optional.empty(), regions, Optional.empty());
    }

    public static SubjectFilter ofGallery(String name) {
        return new SubjectFilter(Optional.empty(), Optional.empty(), Set.of(), Optional.of(name));
    }

    boolean passes(SubjectTraits subject) {
        return sex.map(asked -> subject.sex() == Sex.UNKNOWN || subject.sex() == asked)
                        .orElse(true)
                && (birthYears.isEmpty()
                        || subject.birthYear().isEmpty()
                        || birthYears.get().contains(subject.birthYear().getAsInt()))
                && (regions.isEmpty() || subject.region().map(regions::contains).orElse(true))
                && gallery.map(subject.galleries()::contains).orElse(true);
    }
}
