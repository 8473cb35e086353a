package id.sidik.matcher.rpc;

import id.sidik.engine.gallery.SubjectFilter;
import id.sidik.engine.gallery.SubjectTraits;
import id.sidik.engine.gallery.YearBand;
import id.sidik.matcher.v1.Sex;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads what a request says of people beside their fingers; refuses what it can not mean. */
final class SubjectReading {
    private SubjectReading() {}

    static SubjectTraits traits(id.sidik.matcher.v1.SubjectTraits traits) {
        try {
            return new SubjectTraits(
                    sex(traits.getSex(), traits.getSexValue()),
                    traits.getBirthYear() == 0 ? OptionalInt.empty() : OptionalInt.of(traits.getBirthYear()),
                    named(traits.getRegion()),
                    Set.copyOf(traits.getGalleriesList()));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("TRAITS_INVALID", String.valueOf(e.getMessage()));
        }
    }

    static SubjectFilter filter(id.sidik.matcher.v1.SubjectFilter filter) {
        try {
            id.sidik.engine.gallery.Sex sex = sex(filter.getSex(), filter.getSexValue());
            return new SubjectFilter(
                    Optional.of(sex).filter(asked -> asked != id.sidik.engine.gallery.Sex.UNKNOWN),
                    birthYears(filter.getBirthYearFirst(), filter.getBirthYearLast()),
                    Set.copyOf(filter.getRegionsList()),
                    named(filter.getGallery()));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("FILTER_INVALID", String.valueOf(e.getMessage()));
        }
    }

    private static Optional<YearBand> birthYears(int first, int last) {
        return first == 0 && last == 0 ? Optional.empty() : Optional.of(new YearBand(first, last));
    }

    private static Optional<String> named(String name) {
        return Optional.of(name).filter(known -> !known.isEmpty());
    }

    private static id.sidik.engine.gallery.Sex sex(Sex sex, int number) {
        return switch (sex) {
            case SEX_UNSPECIFIED -> id.sidik.engine.gallery.Sex.UNKNOWN;
            case MALE -> id.sidik.engine.gallery.Sex.MALE;
            case FEMALE -> id.sidik.engine.gallery.Sex.FEMALE;
            case UNRECOGNIZED -> throw new IllegalArgumentException("a sex is 0 to 2, not " + number);
        };
    }
}
