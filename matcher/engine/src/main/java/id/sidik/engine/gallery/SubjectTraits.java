package id.sidik.engine.gallery;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of a subject beside the fingers, so that a search can leave out whom it can not mean. None of it is proof of
 * anything: registers err, so whatever is unknown passes every {@link SubjectFilter}.
 *
 * @param birthYear {@link #BIRTH_YEAR_MIN} to {@link #BIRTH_YEAR_MAX}
 * @param region a code that means something to the caller, 1 to 16 of {@code [A-Za-z0-9._-]}; compared as a whole
 * @param galleries names of the subsets of the gallery that the subject is in, 1 to 64 of {@code [A-Za-z0-9._-]} each, at most
 *     {@link #GALLERIES_MAX}
 */
public record SubjectTraits(Sex sex, OptionalInt birthYear, Optional<String> region, Set<String> galleries) {
    public static final int BIRTH_YEAR_MIN = 1850;
    public static final int BIRTH_YEAR_MAX = 2200;
    public static final int GALLERIES_MAX = 16;

    /** Nothing is known, and the subject is in no named gallery. */
    public static final SubjectTraits UNKNOWN =
            new SubjectTraits(Sex.UNKNOWN, OptionalInt.empty(), Optional.empty(), Set.of());

    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9._-]{1,16}");
    private static final Pattern GALLERY = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public SubjectTraits {
        galleries = Set.copyOf(galleries);
        birthYear.ifPresent(SubjectTraits::requireBirthYear);
        region.ifPresent(SubjectTraits::requireRegion);
        galleries.forEach(SubjectTraits::requireGallery);
        if (galleries.size() > GALLERIES_MAX) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A subject is in at most %d named galleries, not %d",
                    GALLERIES_MAX,
                    galleries.size()));
        }
    }

    static void requireBirthYear(int year) {
        if (year < BIRTH_YEAR_MIN || year > BIRTH_YEAR_MAX) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "A birth year is %d to %d, not %d", BIRTH_YEAR_MIN, BIRTH_YEAR_MAX, year));
        }
    }

    static void requireRegion(String region) {
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("A region is 1 to 16 of [A-Za-z0-9._-]");
        }
    }

    static void requireGallery(String name) {
        if (!GALLERY.matcher(name).matches()) {
            throw new IllegalArgumentException("The name of a gallery is 1 to 64 of [A-Za-z0-9._-]");
        }
    }

    /** With what was learnt later: it wins where it is known, and named galleries are united. */
    public SubjectTraits and(SubjectTraits later) {
        Set<String> both = new HashSet<>(galleries);
        both.addAll(later.galleries);
        return new SubjectTraits(
                later.sex == Sex.UNKNOWN ? sex : later.sex,
                later.birthYear.isPresent() ? later.birthYear : birthYear,
                later.region.or(() -> region),
                both);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "SubjectTraits[" + galleries.size() + " galleries]";
    }
}
