package id.sidik.eligibility.province;

import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.report.CaseEvent;
import id.sidik.eligibility.report.ClaimEvent;
import id.sidik.eligibility.report.ComplaintEvent;
import id.sidik.eligibility.report.FallbackEvent;
import id.sidik.eligibility.report.PresenceEvent;
import id.sidik.eligibility.report.Site;
import id.sidik.eligibility.report.VisitEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/** What happens in the year, written down as it is made up. */
final class Script {
    private static final int OPENING_HOUR = 8;
    private static final int OPEN_MINUTES = 470;
    private static final int QUALITY_MEAN = 68;
    private static final int QUALITY_SPREAD = 10;
    private static final int QUALITY_LOST_BY_DRIFT = 28;
    private static final int ANSWER_MILLIS_MEAN = 180;
    private static final int QUEUE_SECONDS_MEAN = 420;
    private static final int FINGERS_USED = 2;

    /** What is paid for a death. */
    static final long JKM_RUPIAH = 42_000_000;

    final List<PresenceEvent> presences = new ArrayList<>();
    final List<FallbackEvent> fallbacks = new ArrayList<>();
    final List<VisitEvent> visits = new ArrayList<>();
    final List<ClaimEvent> claims = new ArrayList<>();
    final List<CaseEvent> cases = new ArrayList<>();
    final List<ComplaintEvent> complaints = new ArrayList<>();
    final List<Withdrawal> withdrawals = new ArrayList<>();

    /** Who complains, by the complaint's id; of a letter nobody knows. */
    final Map<String, Nid> complainants = new HashMap<>();

    /** Visits, by their event ids, that begin as an emergency: on a grace, and a finger is shown afterwards. */
    final Set<String> emergencies = new HashSet<>();

    /** Deaths that come to be known late, and when. */
    final Map<Nid, LocalDate> deathsRecordedLate = new HashMap<>();

    /** Operators who are members themselves: whose finger it is that has their name. */
    final Map<String, Nid> staff = new HashMap<>();

    /** Who registers a second time, under a number that was put right: the new number, and the one that she has. */
    final Map<Nid, Nid> comeAgain = new HashMap<>();

    /** Devices that wear out, and since when. */
    final Map<String, LocalDate> drifting = new HashMap<>();

    private final SplittableRandom random;
    private int eventsSoFar;

    Script(SplittableRandom random) {
        this.random = random;
    }

    /** On the hour, as clocks at the counters show it. */
    Instant dayAt(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(Contribution.ZONE).toInstant();
    }

    /** Somewhen while counters are open. */
    Instant openingTime(LocalDate day) {
        return day.atTime(LocalTime.of(OPENING_HOUR, 0))
                .plusMinutes(random.nextInt(OPEN_MINUTES))
                .plusSeconds(random.nextInt(60))
                .atZone(Contribution.ZONE)
                .toInstant();
    }

    /**
     * A finger on the glass.
     *
     * @param finger whose it is
     */
    PresenceEvent press(
            Person claimed,
            String finger,
            Instant at,
            Site site,
            int device,
            int operator,
            PresenceEvent.Outcome outcome) {
        String id = eventId("pr");
        boolean captured = outcome != PresenceEvent.Outcome.FAULT;
        PresenceEvent presence = new PresenceEvent(
                id,
                at.truncatedTo(ChronoUnit.SECONDS),
                claimed.nid(),
                site.facility(),
                site.devices().get(device),
                Places.operator(site, operator),
                1 + random.nextInt(FINGERS_USED),
                outcome,
                captured ? Optional.of(finger) : Optional.empty(),
                captured ? Optional.of("capture-" + id) : Optional.empty(),
                captured ? quality(site.devices().get(device), at) : 0,
                (int) ChronoUnit.YEARS.between(claimed.bornOn(), LocalDate.ofInstant(at, Contribution.ZONE)),
                captured ? ANSWER_MILLIS_MEAN / 2 + random.nextInt(ANSWER_MILLIS_MEAN) : 0,
                OptionalInt.of(random.nextInt(2 * QUEUE_SECONDS_MEAN)));
        presences.add(presence);
        return presence;
    }

    private int quality(String device, Instant at) {
        double quality = QUALITY_MEAN + QUALITY_SPREAD * random.nextGaussian();
        if (isWorn(device, LocalDate.ofInstant(at, Contribution.ZONE))) {
            quality -= QUALITY_LOST_BY_DRIFT;
        }
        return Math.clamp(Math.round(quality), 1, 100);
    }

    /** Whether the scanner had worn out by then. */
    boolean isWorn(String device, LocalDate day) {
        LocalDate since = drifting.get(device);
        return since != null && !day.isBefore(since);
    }

    /** Served without a finger. Returns the id that a visit can rest on. */
    String fallback(Person person, Instant at, Site site, int operator, String kind) {
        String id = eventId("fb");
        fallbacks.add(new FallbackEvent(
                id,
                at,
                person.nid(),
                site.facility(),
                Places.operator(site, operator),
                Places.approver(site),
                kind,
                true));
        return id;
    }

    /** A visit that was recorded so many days after it began; 0 days for an outpatient. */
    VisitEvent visit(
            Person person,
            Site site,
            LocalDate from,
            int days,
            Optional<String> presence,
            int recordedDaysLater,
            long rupiah) {
        VisitEvent visit = new VisitEvent(
                eventId("vi"),
                person.nid(),
                site.facility(),
                days > 0,
                from,
                Optional.of(from.plusDays(days)),
                openingTime(from.plusDays(recordedDaysLater)),
                presence,
                rupiah);
        visits.add(visit);
        return visit;
    }

    /**
     * A death is claimed for, and paid.
     *
     * @param heirs what they showed at the branch; it is their own
     */
    void deathClaim(Person dead, Site branch, LocalDate filedOn, PresenceEvent heirs) {
        claims.add(new ClaimEvent(
                eventId("cl"),
                dead.nid(),
                Programme.JKM,
                branch.facility(),
                dead.diedOn().orElseThrow(),
                filedOn,
                dead.agent(),
                dead.employer(),
                Optional.of(heirs.eventId()),
                ClaimEvent.State.PAID,
                JKM_RUPIAH,
                JKM_RUPIAH));
    }

    String eventId(String kind) {
        return String.format(Locale.ROOT, "%s-%07d", kind, ++eventsSoFar);
    }
}
