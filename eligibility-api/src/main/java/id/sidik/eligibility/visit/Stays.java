package id.sidik.eligibility.visit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which stays of one member cross in time. Nobody lies in two beds. */
public final class Stays {
    private Stays() {}

    /**
     * The stays among these visits that cross the time from {@code from} to {@code until}, oldest first. Times touch without
     * crossing: who is discharged at noon may be admitted at noon.
     *
     * @param until empty for no end yet
     */
    public static List<Visit> crossing(Collection<Visit> visits, Instant from, Optional<Instant> until) {
        return visits.stream()
                .filter(visit -> visit.kind() == VisitKind.ADMISSION)
                .filter(visit -> until.isEmpty() || visit.servicedFrom().isBefore(until.get()))
                .filter(visit ->
                        visit.endedAt().isEmpty() || visit.endedAt().get().isAfter(from))
                .sorted((one, other) -> one.servicedFrom().compareTo(other.servicedFrom()))
                .toList();
    }
}
