package id.sidik.eligibility.report;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.nid.Nid;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Served after death (PM-JAY: 3,446 patients; PhilHealth: dialysis of the dead). What heirs claim is no service to the dead. */
final class DeadMembers {
    private static final Set<Programme> SERVICES_TO_THE_LIVING = Set.of(Programme.JKN, Programme.JKK, Programme.JKP);

    private final Kept<Nid, LocalDate[]> deaths = new Kept<>(() -> new LocalDate[1]);
    private final Kept<Nid, Evidence> after = new Kept<>(Evidence::new);

    private DeadMembers() {}

    static Report of(Events events, Thresholds thresholds) {
        DeadMembers dead = new DeadMembers();
        read(events::deaths, death -> dead.deaths.of(death.nid()).ifPresent(day -> day[0] = death.on()));
        read(events::presences, presence -> {
            if (presence.matched()) {
                dead.look(
                        presence.nid(),
                        LocalDate.ofInstant(presence.at(), thresholds.zone()),
                        presence.eventId(),
                        presence.facility());
            }
        });
        read(events::visits, visit -> dead.look(visit.nid(), visit.from(), visit.eventId(), visit.facility()));
        read(events::claims, claim -> {
            if (SERVICES_TO_THE_LIVING.contains(claim.programme())) {
                dead.look(claim.nid(), claim.eventOn(), claim.eventId(), claim.branch());
            }
        });
        return dead.report(events.period());
    }

    private static <E> void read(Supplier<Stream<E>> source, Consumer<E> reader) {
        try (Stream<E> events = source.get()) {
            events.forEach(reader);
        }
    }

    private void look(Nid nid, LocalDate day, String eventId, String facility) {
        deaths.find(nid)
                .filter(death -> day.isAfter(death[0]))
                .flatMap(_ -> after.of(nid))
                .ifPresent(seen -> seen.add(eventId, facility));
    }

    private Report report(Period period) {
        Findings findings = new Findings(Column.KIND, Column.SUBJECT, Column.DAY, Column.COUNT, Column.EVIDENCE);
        after.forEach((nid, seen) -> deaths.find(nid)
                .ifPresent(death -> findings.add(
                        seen.events(),
                        SubjectKind.MEMBER.cell(),
                        Cell.of(nid),
                        Cell.of(death[0]),
                        Cell.of(seen.events()),
                        seen.cell())));
        findings.partialIf(deaths, after);
        return findings.report(ReportName.DEAD_MEMBERS, period, Map.of());
    }
}
