package id.sidik.eligibility.records;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some of many, in order.
 *
 * @param entries as many as were asked for, except on the last page
 * @param nextToken asks for the page after this one; empty at the end
 */
public record Page<T>(List<T> entries, Optional<String> nextToken) {
    public Page {
        entries = List.copyOf(entries);
    }

    /** The same page in other words. */
    public <R> Page<R> map(Function<T, R> wording) {
        return new Page<>(entries.stream().map(wording).toList(), nextToken);
    }
}
