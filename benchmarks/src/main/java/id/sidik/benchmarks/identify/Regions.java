package id.sidik.benchmarks.identify;

import id.sidik.engine.gallery.Sex;
import id.sidik.engine.gallery.SubjectFilter;
import id.sidik.engine.gallery.SubjectTraits;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where subjects live, so that a filter leaves a known share of them: nobodies in a thousand regions, spread so that few subjects fill any
 * share of these evenly, and all real people in the first, which every filter here asks for.
 */
final class Regions {
    private static final int COUNT = 1_000;

    private Regions() {}

    static SubjectTraits of(int subject) {
        int region = subject % 10 * 100 + subject / 10 % 10 * 10 + subject / 100 % 10;
        return new SubjectTraits(Sex.UNKNOWN, OptionalInt.empty(), Optional.of(Integer.toString(region)), Set.of());
    }

    static SubjectTraits ofRealPeople() {
        return of(0);
    }

    /** @param share of the nobodies who pass, in (0, 1]; in whole thousandths, and at least one */
    static SubjectFilter passing(double share) {
        int regions = (int) Math.max(1, Math.round(share * COUNT));
        return SubjectFilter.ofRegions(
                IntStream.range(0, regions).mapToObj(Integer::toString).collect(Collectors.toSet()));
    }
}
