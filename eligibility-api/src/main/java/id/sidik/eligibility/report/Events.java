package id.sidik.eligibility.report;

import java.util.stream.Stream;

/**
 * What happened in a period, as streams that may be read once each time they are asked for. Nothing is held in memory by reading one;
 * close each. Presences, visits, fallbacks, claims and contributions come in order of time; registrations and deaths are those of all time.
 */
public interface Events {
    Period period();

    Stream<RegistrationEvent> registrations();

    Stream<DeathEvent> deaths();

    Stream<PresenceEvent> presences();

    /** Matched fingers that a search found to be enrolled for others as well. */
    Stream<SharedFingerEvent> sharedFingers();

    Stream<FallbackEvent> fallbacks();

    Stream<VisitEvent> visits();

    Stream<ClaimEvent> claims();

    Stream<ContributionEvent> contributions();

    Stream<CaseEvent> cases();

    Stream<ComplaintEvent> complaints();

    Stream<Site> sites();

    Stream<StaffPrint> staffPrints();
}
