package id.sidik.engine.gallery;

/**
 * Some birth years in a row.
 *
 * @param first the earliest
 * @param last not before {@code first}
 */
public record YearBand(int first, int last) {
    public YearBand {
        SubjectTraits.requireBirthYear(first);
        SubjectTraits.requireBirthYear(last);
        if (first > last) {
            throw new IllegalArgumentException(
                    "The first year of a band is not after its last: " + first + ", " + last);
        }
    }

    boolean contains(int year) {
        return first <= year && year <= last;
    }
}
