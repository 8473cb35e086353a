package id.sidik.matcher.store;

import java.util.List;

/**
 * What one request changes: all of it becomes durable together with its answer, or none of it.
 *
 * @param added references under keys that hold nothing yet
 * @param removed keys of one subject that hold something
 * @param answer what a repetition of the request will be told
 */
public record StoreChange(List<StoredReference> added, List<ReferenceKey> removed, RecordedAnswer answer) {
    public StoreChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }
}
