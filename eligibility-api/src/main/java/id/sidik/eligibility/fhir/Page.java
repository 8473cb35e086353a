package id.sidik.eligibility.fhir;

import java.util.Optional;

/**
 * Which part of a search's answer is wanted.
 *
 * @param count 1 to {@link #COUNT_MAX}
 * @param offset from 0
 */
public record Page(int count, int offset) {
    private static final int COUNT_MAX = 100;
    private static final int COUNT_DEFAULT = 20;
    private static final int OFFSET_MAX = 10_000;

    /**
     * As the parameters {@code _count} and {@code _offset} ask; more than we give is less than asked, which FHIR allows.
     *
     * @throws UnfitResourceException for what is no number, or too large a one
     */
    public static Page of(Optional<String> count, Optional<String> offset) {
        return new Page(Math.clamp(number("_count", count, COUNT_DEFAULT), 1, COUNT_MAX), number("_offset", offset, 0));
    }

    private static int number(String name, Optional<String> text, int otherwise) {
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().matches("[0-9]{1,5}") || Integer.parseInt(text.get()) > OFFSET_MAX) {
            throw new UnfitResourceException(
                    Issue.of(Issue.Kind.VALUE, "PAGE_INVALID", name + " must be a whole number up to " + OFFSET_MAX));
        }
        return Integer.parseInt(text.get());
    }

    int end() {
        return offset + count;
    }

    Page next() {
        return new Page(count, end());
    }
}
