package id.sidik.eligibility.report;

import static id.sidik.eligibility.report.Threshold.EARLY_DEATHS_OF_AN_AGENT_MIN;
import static id.sidik.eligibility.report.Threshold.EARLY_DEATH_DAYS_MAX;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.nid.Nid;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Agents who register the dying, or the dead, for the death benefit (PERISAI agents, BPJS Watch 2024). */
final class EarlyDeathClaims {
    /** How a member joined. */
    private static final class Joining {
        private @Nullable RegistrationEvent registration;
    }

    /** Early death claims of an agent, and what they ask for. */
    private static final class Early {
        private final Evidence claims = new Evidence();
        private long amountRupiah;
    }

    private EarlyDeathClaims() {}

    static Report of(Events events, Thresholds thresholds) {
        Kept<Nid, Joining> joinings = new Kept<>(Joining::new);
        try (Stream<RegistrationEvent> registrations = events.registrations()) {
            registrations
                    .filter(registration -> registration.agent().isPresent())
                    .forEach(registration ->
                            joinings.of(registration.nid()).ifPresent(joining -> joining.registration = registration));
        }
        Kept<String, Early> agents = new Kept<>(Early::new);
        try (Stream<ClaimEvent> claims = events.claims()) {
            claims.filter(claim -> claim.programme() == Programme.JKM)
                    .forEach(claim -> joinings.find(claim.nid())
                            .ifPresent(joining -> judge(claim, joining, agents, thresholds.of(EARLY_DEATH_DAYS_MAX))));
        }
        return report(events.period(), agents, joinings, thresholds);
    }

    private static void judge(ClaimEvent claim, Joining joining, Kept<String, Early> agents, int daysMax) {
        RegistrationEvent registration = joining.registration;
        if (registration == null
                || claim.eventOn().toEpochDay() - registration.on().toEpochDay() > daysMax) {
            return;
        }
        registration.agent().flatMap(agents::of).ifPresent(early -> {
            early.claims.add(claim.eventId(), claim.nid());
            early.amountRupiah += claim.amountRupiah();
        });
    }

    private static Report report(
            Period period, Kept<String, Early> agents, Kept<Nid, Joining> joinings, Thresholds thresholds) {
        Findings findings = new Findings(Column.KIND, Column.SUBJECT, Column.CLAIMS, Column.AMOUNT, Column.EVIDENCE);
        agents.forEach((agent, early) -> {
            if (early.claims.differentKeys() >= thresholds.of(EARLY_DEATHS_OF_AN_AGENT_MIN)) {
                findings.add(
                        early.claims.events(),
                        SubjectKind.AGENT.cell(),
                        Cell.of(agent),
                        Cell.of(early.claims.events()),
                        Cell.of(early.amountRupiah),
                        early.claims.cell());
            }
        });
        findings.partialIf(agents, joinings);
        return findings.report(
                ReportName.EARLY_DEATH_CLAIMS,
                period,
                thresholds.shown(EARLY_DEATH_DAYS_MAX, EARLY_DEATHS_OF_AN_AGENT_MIN));
    }
}
