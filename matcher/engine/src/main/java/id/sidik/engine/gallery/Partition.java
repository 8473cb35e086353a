package id.sidik.engine.gallery;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The subjects of one partition. A walk over them runs beside additions and removals: a subject that is there throughout is met
 * exactly once, one that comes or goes meanwhile is met whole or not at all.
 */
final class Partition {
    private final ConcurrentHashMap<String, Subject> subjects = new ConcurrentHashMap<>();
    private final AtomicLong referenceCount = new AtomicLong();
    private volatile boolean ready;

    void markReady() {
        ready = true;
    }

    boolean isReady() {
        return ready;
    }

    void add(Subject subject) {
        subjects.merge(subject.id(), subject, Subject::and);
        referenceCount.addAndGet(subject.references().size());
    }

    Optional<Subject> remove(String subjectId) {
        Optional<Subject> removed = Optional.ofNullable(subjects.remove(subjectId));
        removed.ifPresent(
                subject -> referenceCount.addAndGet(-subject.references().size()));
        return removed;
    }

    Optional<Subject> find(String subjectId) {
        return Optional.ofNullable(subjects.get(subjectId));
    }

    Collection<Subject> subjects() {
        return subjects.values();
    }

    Stream<String> subjectIds() {
        return subjects.keySet().stream();
    }

    long subjectCount() {
        return subjects.mappingCount();
    }

    long referenceCount() {
        return referenceCount.get();
    }
}
