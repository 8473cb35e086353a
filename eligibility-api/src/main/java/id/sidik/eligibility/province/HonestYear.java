package id.sidik.eligibility.province;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.report.CaseEvent;
import id.sidik.eligibility.report.ClaimEvent;
import id.sidik.eligibility.report.ComplaintEvent;
import id.sidik.eligibility.report.PresenceEvent.Outcome;
import id.sidik.eligibility.report.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** What honest people do, with the slips that honest people make: dry fingers, wrong numbers, late paper, an outage. */
final class HonestYear {
    private static final int DAYS_A_YEAR = 365;
    private static final int LONGEST_STAY_DAYS = 7;
    private static final int FAILURES_MAX = 3;
    private static final int OLD_AGE_YEARS = 60;
    private static final int SECONDS_BETWEEN_TRIES = 35;
    private static final int LATE_DAYS = 5;
    private static final int MEMBERS_PER_CASE = 4_000;
    private static final int MEMBERS_PER_COMPLAINT = 800;
    private static final int MEMBERS_PER_WITHDRAWAL = 2_000;
    private static final int ENROLLED_WITHIN_DAYS = 150;
    private static final int WITHDRAWN_WITHIN_DAYS = 180;

    private static final String LETTER = "letter";

    private static final double NEAR_HOME = 0.8;
    private static final double INPATIENT = 0.3;
    private static final double FAILURE = 0.05;
    private static final double FAILURE_OF_THE_OLD = 0.14;
    private static final double TOO_POOR = 0.3;
    private static final double FAULT = 0.004;
    private static final double WRONG_NUMBER = 0.002;
    private static final double FALLBACK_AT_ONCE = 0.006;
    private static final double NO_PRESENCE = 0.01;
    private static final double LATE_PAPER = 0.01;

    private static final long OUTPATIENT_RUPIAH = 180_000;
    private static final long INPATIENT_DAY_RUPIAH = 950_000;

    private final List<Person> people;
    private final Places places;
    private final Script script;
    private final Diary diary;
    private final ProvinceScale scale;
    private final SplittableRandom random;
    private final Set<Nid> claimedFor = new HashSet<>();

    HonestYear(
            List<Person> people,
            Places places,
            Script script,
            Diary diary,
            ProvinceScale scale,
            SplittableRandom random) {
        this.people = people;
        this.places = places;
        this.script = script;
        this.diary = diary;
        this.scale = scale;
        this.random = random;
    }

    void live() {
        for (int i = 0; i < scale.visits(); i++) {
            visit(someDay());
        }
        for (int i = 0; i < scale.claims(); i++) {
            claim(someDay());
        }
        for (int i = 0; i < scale.members() / MEMBERS_PER_CASE + 8; i++) {
            lookAlikes(someDay());
        }
        for (int i = 0; i < scale.members() / MEMBERS_PER_COMPLAINT + 8; i++) {
            complain(someDay());
        }
        for (int i = 0; i < scale.members() / MEMBERS_PER_WITHDRAWAL + 4; i++) {
            withdraw();
        }
    }

    private LocalDate someDay() {
        return LocalDate.of(scale.year(), 1, 1).plusDays(random.nextInt(DAYS_A_YEAR));
    }

    private void visit(LocalDate day) {
        Person person = diary.anybody(day);
        Site site = places.hospitals()
                .get(
                        random.nextDouble() < NEAR_HOME
                                ? person.home()
                                : random.nextInt(places.hospitals().size()));
        int days = random.nextDouble() < INPATIENT ? 1 + random.nextInt(LONGEST_STAY_DAYS) : 0;
        long rupiah = days == 0 ? OUTPATIENT_RUPIAH : days * INPATIENT_DAY_RUPIAH;
        if (random.nextDouble() < NO_PRESENCE) {
            script.visit(person, site, day, 0, Optional.empty(), 0, OUTPATIENT_RUPIAH);
        } else if (random.nextDouble() < LATE_PAPER) {
            script.visit(person, site, day, 0, Optional.empty(), LATE_DAYS, OUTPATIENT_RUPIAH);
        } else {
            script.visit(person, site, day, days, Optional.of(prove(person, site, day)), 0, rupiah);
        }
    }

    /** Tries until the finger matches, or is served by a fallback. Returns what the visit can rest on. */
    String prove(Person person, Site site, LocalDate day) {
        Instant at = script.openingTime(day);
        int device = random.nextInt(Places.DEVICES);
        int operator = random.nextInt(Places.OPERATORS);
        if (random.nextDouble() < FAULT) {
            script.press(
                    person,
                    person.finger(),
                    at.minusSeconds(SECONDS_BETWEEN_TRIES),
                    site,
                    device,
                    operator,
                    Outcome.FAULT);
        }
        if (random.nextDouble() < WRONG_NUMBER) {
            Person other = people.get(random.nextInt(people.size()));
            script.press(
                    other,
                    person.finger(),
                    at.minusSeconds(SECONDS_BETWEEN_TRIES),
                    site,
                    device,
                    operator,
                    Outcome.NOT_MATCHED);
        }
        if (random.nextDouble() < FALLBACK_AT_ONCE) {
            return script.fallback(person, at, site, operator, "officer-override");
        }
        double failure = ageYears(person, day) >= OLD_AGE_YEARS ? FAILURE_OF_THE_OLD : FAILURE;
        for (int failures = 0; failures < FAILURES_MAX; failures++) {
            if (random.nextDouble() >= failure) {
                return script.press(person, person.finger(), at, site, device, operator, Outcome.MATCHED)
                        .eventId();
            }
            Outcome outcome = random.nextDouble() < TOO_POOR ? Outcome.TOO_POOR : Outcome.NOT_MATCHED;
            script.press(person, person.finger(), at, site, device, operator, outcome);
            at = at.plusSeconds(SECONDS_BETWEEN_TRIES);
        }
        return script.fallback(person, at, site, operator, "officer-override");
    }

    private static int ageYears(Person person, LocalDate day) {
        return day.getYear() - person.bornOn().getYear();
    }

    private void claim(LocalDate day) {
        Programme programme = programme(random.nextInt(100));
        if (programme == Programme.JKM) {
            deathClaim();
            return;
        }
        Person person = diary.anybody(day);
        if (person.segment() != Segment.WAGE_EARNER) {
            programme = Programme.JHT;
        }
        Site branch = places.branches().get(random.nextInt(places.branches().size()));
        long rupiah = rupiah(programme, person);
        ClaimEvent.State state = state(random.nextInt(100));
        script.claims.add(new ClaimEvent(
                script.eventId("cl"),
                person.nid(),
                programme,
                branch.facility(),
                day,
                day,
                person.agent(),
                person.employer(),
                Optional.of(prove(person, branch, day)),
                state,
                rupiah,
                state == ClaimEvent.State.PAID ? rupiah : 0));
    }

    private static Programme programme(int percent) {
        if (percent < 68) {
            return Programme.JHT;
        }
        if (percent < 82) {
            return Programme.JKK;
        }
        if (percent < 88) {
            return Programme.JKM;
        }
        return percent < 95 ? Programme.JP : Programme.JKP;
    }

    private static ClaimEvent.State state(int percent) {
        if (percent < 88) {
            return ClaimEvent.State.PAID;
        }
        return percent < 93 ? ClaimEvent.State.REJECTED : ClaimEvent.State.OPEN;
    }

    private long rupiah(Programme programme, Person person) {
        return switch (programme) {
            case JHT -> person.wageRupiah() * (6 + random.nextInt(40)) * 57 / 1_000;
            case JKK -> 500_000L + random.nextInt(20_000) * 1_000L;
            case JP -> 393_500L + random.nextInt(4_000) * 1_000L;
            case JKP -> Math.min(person.wageRupiah(), 5_000_000L) * 60 / 100;
            case JKM, JKN -> Script.JKM_RUPIAH;
        };
    }

    /** Heirs come to a branch some weeks after the death; what they show is their own. */
    private void deathClaim() {
        for (int tries = 0; tries < 10_000; tries++) {
            int number = random.nextInt(people.size());
            Person person = people.get(number);
            if (person.diedOn().isPresent() && claimedFor.add(person.nid()) && !diary.isReserved(number)) {
                LocalDate filed = person.diedOn().get().plusDays(10 + random.nextInt(30));
                if (filed.getYear() > scale.year()) {
                    continue;
                }
                Person heir = diary.anybody(filed);
                Site branch =
                        places.branches().get(random.nextInt(places.branches().size()));
                script.deathClaim(
                        person,
                        branch,
                        filed,
                        script.press(heir, heir.finger(), script.openingTime(filed), branch, 0, 0, Outcome.MATCHED));
                return;
            }
        }
    }

    private void lookAlikes(LocalDate day) {
        Instant opened = script.openingTime(day);
        boolean decided = random.nextInt(10) > 0;
        script.cases.add(new CaseEvent(
                script.eventId("ca"),
                opened,
                decided ? Optional.of(opened.plus(Duration.ofHours(1 + random.nextInt(60)))) : Optional.empty(),
                decided && random.nextInt(3) == 0));
    }

    private void complain(LocalDate day) {
        String[] topics = {"finger-refused", "contribution-missing", "claim-late", "staff", "data-wrong", "other"};
        String[] channels = {"counter", "telephone", "app", LETTER};
        Instant received = day.atTime(9, random.nextInt(60)).toInstant(ZoneOffset.ofHours(7));
        ComplaintEvent complaint = new ComplaintEvent(
                script.eventId("co"),
                topics[random.nextInt(topics.length)],
                channels[random.nextInt(channels.length)],
                places.all().get(random.nextInt(places.all().size())).facility(),
                received,
                random.nextInt(8) > 0
                        ? Optional.of(received.plus(Duration.ofDays(1 + random.nextInt(12)))
                                .plus(Duration.ofHours(1)))
                        : Optional.empty());
        script.complaints.add(complaint);
        if (!complaint.channel().equals(LETTER)) {
            script.complainants.put(complaint.complaintId(), diary.anybody(day).nid());
        }
    }

    private void withdraw() {
        LocalDate newYear = LocalDate.of(scale.year(), 1, 1);
        LocalDate enrolled = newYear.plusDays(random.nextInt(ENROLLED_WITHIN_DAYS));
        script.withdrawals.add(new Withdrawal(
                people.get(diary.reserve(newYear)).nid(),
                enrolled,
                script.openingTime(enrolled.plusDays(1 + random.nextInt(WITHDRAWN_WITHIN_DAYS)))));
    }
}
