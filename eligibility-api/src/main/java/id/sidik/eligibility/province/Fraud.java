package id.sidik.eligibility.province;

import static id.sidik.eligibility.report.ReportName.BACK_DATING;
import static id.sidik.eligibility.report.ReportName.CAPACITY;
import static id.sidik.eligibility.report.ReportName.DEAD_MEMBERS;
import static id.sidik.eligibility.report.ReportName.EARLY_DEATH_CLAIMS;
import static id.sidik.eligibility.report.ReportName.FALLBACK_RATE;
import static id.sidik.eligibility.report.ReportName.IMPOSSIBLE_TRAVEL;
import static id.sidik.eligibility.report.ReportName.ONE_NID_MANY_FINGERS;
import static id.sidik.eligibility.report.ReportName.OVERLAPPING_ADMISSIONS;
import static id.sidik.eligibility.report.ReportName.PHANTOM_CARDS;
import static id.sidik.eligibility.report.ReportName.PRESENTER_AT_A_DEVICE;
import static id.sidik.eligibility.report.ReportName.QUALITY_DRIFT;
import static id.sidik.eligibility.report.ReportName.REPEATED_FAILURES;
import static id.sidik.eligibility.report.ReportName.REPLAY;
import static id.sidik.eligibility.report.ReportName.SAME_FINGER_MANY_NIDS;
import static id.sidik.eligibility.report.ReportName.SHARED_CONTACT;
import static id.sidik.eligibility.report.ReportName.VISITS_WITHOUT_PRESENCE;

import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.report.ClaimEvent;
import id.sidik.eligibility.report.PresenceEvent;
import id.sidik.eligibility.report.PresenceEvent.Outcome;
import id.sidik.eligibility.report.Site;
import id.sidik.eligibility.report.SubjectKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Fraud of every kind, a few cases of each, at facilities of their own so that one does not hide another. */
final class Fraud {
    private static final int SCHEMES = 6;
    private static final int GHOSTS = 3;
    private static final int CROWD = 40;
    private static final int REGULARS = 14;
    private static final int VISITS_OF_A_REGULAR = 8;
    private static final int VISITS_MADE_UP = 70;
    private static final int FALLBACKS = 70;
    private static final int FAILURES = 70;
    private static final int BACK_DATED_MIN = 30;
    /** Or one of so many visits of a hospital: in a large one a few more would be nothing that a report looks for. */
    private static final int BACK_DATED_OF = 5;

    private static final int CAPTURES_IN_AN_HOUR = 90;
    private static final int BEDS_OVER = 15;
    private static final int FAMILY_OF_TWELVE = 12;
    private static final int EARLY_DEATHS = 5;
    private static final long BILL_RUPIAH = 1_250_000;
    private static final Duration RETRY = Duration.ofSeconds(40);

    /** After so long the gate lets her try again. */
    private static final Duration PATIENT_RETRY = Duration.ofMinutes(7);

    private static final String OFFICER_OVERRIDE = "officer-override";

    private final Stage stage;
    private final Places places;
    private final Script script;
    private final Diary diary;
    private final int honestVisits;
    private final Plants plants = new Plants();
    private int hospitalsTaken;

    /** @param honestVisits of a hospital in the year */
    Fraud(Stage stage, int honestVisits) {
        this.stage = stage;
        this.honestVisits = honestVisits;
        this.places = stage.places();
        this.script = stage.script();
        this.diary = stage.diary();
    }

    Plants plants() {
        return plants;
    }

    /** What must be true before honest people do anything: who shares a finger or a number, who died, which scanners wear out. */
    void plantBefore() {
        for (int i = 0; i < SCHEMES; i++) {
            sameFinger();
            sharedContact(i % 3 == 0 ? SubjectKind.ACCOUNT : SubjectKind.PHONE, i);
        }
        earlyDeaths(0);
        earlyDeaths(1);
        for (int i = 0; i < 3; i++) {
            wornScanner(ownHospital(), i % Places.DEVICES);
        }
    }

    /** Everything else. */
    void plantAfter() {
        for (int i = 0; i < SCHEMES; i++) {
            strangers();
            replay();
            travel();
            overlap();
            dead();
        }
        for (int i = 0; i < 4; i++) {
            presenter(i % 2 == 0);
            unluckyPerson();
        }
        madeUpVisits(ownHospital());
        madeUpVisits(ownHospital());
        cardCollection(ownHospital());
        cardCollection(ownHospital());
        fallbacks(ownHospital());
        backDating(ownHospital());
        backDating(ownHospital());
        dirtyScanner(ownHospital());
        dirtyScanner(ownHospital());
        roughOperator(ownHospital());
        tooManyPatients(ownHospital());
        tooManyCaptures(ownHospital());
    }

    private Site ownHospital() {
        return places.hospitals().get(hospitalsTaken++);
    }

    private void visit(Person person, String finger, Site site, LocalDate day) {
        PresenceEvent presence = stage.press(person, finger, script.openingTime(day), site, Outcome.MATCHED);
        script.visit(person, site, day, 0, Optional.of(presence.eventId()), 0, BILL_RUPIAH);
    }

    /** A person and the ghosts whom her finger was enrolled for as well. */
    private void sameFinger() {
        Person person = stage.reserve();
        visit(person, person.finger(), stage.anyHospital(), stage.day(20));
        for (int i = 0; i < GHOSTS; i++) {
            Person ghost = stage.change(stage.reserveNumber(), other -> other.withFinger(person.finger()));
            visit(ghost, person.finger(), stage.anyHospital(), stage.day(60 + 40 * i));
        }
        plants.add(SAME_FINGER_MANY_NIDS, SubjectKind.FINGER, person.finger());
    }

    private void sharedContact(SubjectKind kind, int scheme) {
        String contact = String.format(
                Locale.ROOT, kind == SubjectKind.PHONE ? "+6281399900%02d" : "shared-account-%02d", scheme);
        for (int i = 0; i < FAMILY_OF_TWELVE; i++) {
            int number = stage.reserveNumber();
            if (kind == SubjectKind.ACCOUNT) {
                savingsClaim(stage.people().get(number), stage.someDay());
            }
            stage.change(
                    number,
                    person -> person.withContacts(
                            kind == SubjectKind.PHONE ? contact : person.phone(),
                            kind == SubjectKind.ACCOUNT ? contact : person.account()));
        }
        plants.add(SHARED_CONTACT, kind, contact);
    }

    /** Its papers say where the money goes. */
    private void savingsClaim(Person person, LocalDate day) {
        Site branch = stage.anyBranch();
        PresenceEvent presence = stage.press(person, person.finger(), script.openingTime(day), branch, Outcome.MATCHED);
        script.claims.add(new ClaimEvent(
                script.eventId("cl"),
                person.nid(),
                Programme.JHT,
                branch.facility(),
                day,
                day,
                person.agent(),
                person.employer(),
                Optional.of(presence.eventId()),
                ClaimEvent.State.PAID,
                BILL_RUPIAH,
                BILL_RUPIAH));
    }

    private void earlyDeaths(int scheme) {
        String agent = People.agent(scheme);
        for (int i = 0; i < EARLY_DEATHS; i++) {
            int number = stage.reserveNumber();
            LocalDate joined = stage.day(30 + 20 * i);
            LocalDate died = joined.plusDays(20 + stage.random().nextInt(60));
            Person person = stage.change(
                    number, stranger -> stranger.broughtBy(agent, joined).withDeath(died));
            Site branch = places.branches().getFirst();
            Person heir = stage.reserve();
            LocalDate filed = died.plusDays(5);
            script.deathClaim(
                    person,
                    branch,
                    filed,
                    stage.press(heir, heir.finger(), script.openingTime(filed), branch, Outcome.MATCHED));
        }
        plants.add(EARLY_DEATH_CLAIMS, SubjectKind.AGENT, agent);
    }

    private void wornScanner(Site site, int device) {
        String worn = site.devices().get(device);
        script.drifting.put(worn, stage.day(220));
        for (int i = 0; i < REGULARS; i++) {
            int number = stage.reserveNumber();
            Person regular = stage.change(number, person -> person.withFinger(Person.PICTURED + number));
            for (int visit = 0; visit < VISITS_OF_A_REGULAR; visit++) {
                script.press(
                        regular,
                        regular.finger(),
                        script.openingTime(stage.day(5 + 44 * visit + i)),
                        site,
                        device,
                        i % Places.OPERATORS,
                        Outcome.MATCHED);
            }
        }
        plants.add(QUALITY_DRIFT, SubjectKind.DEVICE, worn);
    }

    private void strangers() {
        Person victim = stage.reserve();
        for (int i = 0; i < 4; i++) {
            Person stranger = stage.reserve();
            stage.press(
                    victim,
                    stranger.finger(),
                    script.openingTime(stage.day(50 + 60 * i)),
                    stage.anyHospital(),
                    Outcome.NOT_MATCHED);
        }
        plants.add(ONE_NID_MANY_FINGERS, SubjectKind.MEMBER, victim.nid().wholeDigits());
    }

    private void replay() {
        Person person = stage.reserve();
        Site site = stage.anyHospital();
        String hash = "stored-" + script.eventId("im");
        for (int i = 0; i < 3; i++) {
            PresenceEvent seen = stage.press(
                    person, person.finger(), script.openingTime(stage.day(40 + 50 * i)), site, Outcome.MATCHED);
            script.presences.set(script.presences.size() - 1, withCapture(seen, hash));
        }
        plants.add(REPLAY, SubjectKind.CAPTURE, hash);
    }

    private static PresenceEvent withCapture(PresenceEvent seen, String hash) {
        return new PresenceEvent(
                seen.eventId(),
                seen.at(),
                seen.nid(),
                seen.facility(),
                seen.device(),
                seen.operator(),
                seen.fingerPosition(),
                seen.outcome(),
                seen.presenter(),
                Optional.of(hash),
                seen.quality(),
                seen.ageYears(),
                seen.answerMillis(),
                seen.queueSeconds());
    }

    private void travel() {
        Person person = stage.reserve();
        Site here = stage.anyHospital();
        Instant at = stage.someDay().atTime(10, 0).atZone(Contribution.ZONE).toInstant();
        stage.press(person, person.finger(), at, here, Outcome.MATCHED);
        stage.press(
                person, person.finger(), at.plus(Duration.ofMinutes(15)), places.farthestFrom(here), Outcome.MATCHED);
        plants.add(IMPOSSIBLE_TRAVEL, SubjectKind.MEMBER, person.nid().wholeDigits());
    }

    private void overlap() {
        Person person = stage.reserve();
        Site here = stage.anyHospital();
        Site there = places.farthestFrom(here);
        LocalDate from = stage.someDay();
        PresenceEvent first = stage.press(person, person.finger(), script.openingTime(from), here, Outcome.MATCHED);
        script.visit(person, here, from, 6, Optional.of(first.eventId()), 0, BILL_RUPIAH);
        PresenceEvent second =
                stage.press(person, person.finger(), script.openingTime(from.plusDays(2)), there, Outcome.MATCHED);
        script.emergencies.add(
                script.visit(person, there, from.plusDays(2), 3, Optional.of(second.eventId()), 0, BILL_RUPIAH)
                        .eventId());
        plants.add(OVERLAPPING_ADMISSIONS, SubjectKind.MEMBER, person.nid().wholeDigits());
    }

    private void dead() {
        Person person = stage.change(stage.reserveNumber(), victim -> victim.withDeath(stage.day(100)));
        visit(person, person.finger(), stage.anyHospital(), stage.day(150));
        visit(person, person.finger(), stage.anyHospital(), stage.day(200));
        script.deathsRecordedLate.put(person.nid(), stage.day(250));
        plants.add(DEAD_MEMBERS, SubjectKind.MEMBER, person.nid().wholeDigits());
    }

    /**
     * A finger shown for five members; or an operator's own, enrolled for ghosts, which is the first kind of fraud as well.
     */
    private void presenter(boolean operatorsOwn) {
        Site site = stage.anyHospital();
        String operator = Places.operator(site, 1);
        int owner = stage.reserveNumber();
        if (operatorsOwn) {
            Person employee = stage.change(owner, person -> person.withFinger(Places.fingerOf(operator)));
            script.staff.put(operator, employee.nid());
        }
        String finger = stage.people().get(owner).finger();
        Instant at = script.openingTime(stage.someDay());
        for (int i = 0; i < 5; i++) {
            int number = stage.reserveNumber();
            Instant when = at.plus(RETRY.multipliedBy(i));
            Person claimed = stage.change(number, person -> operatorsOwn ? person.withFinger(finger) : person);
            script.press(claimed, finger, when, site, 0, 1, operatorsOwn ? Outcome.MATCHED : Outcome.NOT_MATCHED);
        }
        if (operatorsOwn) {
            plants.add(SAME_FINGER_MANY_NIDS, SubjectKind.FINGER, finger);
        }
        plants.add(PRESENTER_AT_A_DEVICE, operatorsOwn ? SubjectKind.OPERATOR : SubjectKind.FINGER, finger);
    }

    private void unluckyPerson() {
        Person person = stage.reserve();
        Site site = stage.anyHospital();
        Instant at = script.openingTime(stage.someDay());
        for (int i = 0; i < 7; i++) {
            stage.press(person, person.finger(), at.plus(PATIENT_RETRY.multipliedBy(i)), site, Outcome.NOT_MATCHED);
        }
        script.fallback(person, at.plus(PATIENT_RETRY.multipliedBy(7)), site, 0, OFFICER_OVERRIDE);
        plants.add(REPEATED_FAILURES, SubjectKind.MEMBER, person.nid().wholeDigits());
    }

    private void madeUpVisits(Site site) {
        for (int i = 0; i < VISITS_MADE_UP; i++) {
            LocalDate day = stage.someDay();
            script.visit(diary.anybody(day), site, day, 0, Optional.empty(), 0, BILL_RUPIAH);
        }
        plants.add(VISITS_WITHOUT_PRESENCE, SubjectKind.FACILITY, site.facility());
    }

    private void cardCollection(Site site) {
        LocalDate day = stage.someDay();
        for (int i = 0; i < CROWD; i++) {
            Person person = stage.reserve();
            visit(person, person.finger(), site, day);
        }
        plants.add(PHANTOM_CARDS, SubjectKind.FACILITY, site.facility());
    }

    private void fallbacks(Site site) {
        for (int i = 0; i < FALLBACKS; i++) {
            LocalDate day = stage.someDay();
            Person person = diary.anybody(day);
            String fallback = script.fallback(person, script.openingTime(day), site, 0, OFFICER_OVERRIDE);
            script.visit(person, site, day, 0, Optional.of(fallback), 0, BILL_RUPIAH);
        }
        plants.add(FALLBACK_RATE, SubjectKind.FACILITY, site.facility());
        plants.add(FALLBACK_RATE, SubjectKind.OPERATOR, Places.operator(site, 0));
        plants.add(FALLBACK_RATE, SubjectKind.APPROVER, Places.approver(site));
    }

    /** A receipt serves for a day, so what is written down later has none: it is unproven as well. */
    private void backDating(Site site) {
        for (int i = 0; i < Math.max(BACK_DATED_MIN, honestVisits / BACK_DATED_OF); i++) {
            LocalDate day = stage.day(10 + stage.random().nextInt(320));
            script.visit(
                    diary.anybody(day),
                    site,
                    day,
                    0,
                    Optional.empty(),
                    8 + stage.random().nextInt(12),
                    BILL_RUPIAH);
        }
        plants.add(VISITS_WITHOUT_PRESENCE, SubjectKind.FACILITY, site.facility());
        plants.add(BACK_DATING, SubjectKind.FACILITY, site.facility());
    }

    /** Fails for whoever serves there; people go on to the other scanner. */
    private void dirtyScanner(Site site) {
        for (int i = 0; i < FAILURES; i++) {
            failThenMatch(site, 0, i % Places.OPERATORS, 1, i % Places.OPERATORS);
        }
        plants.add(REPEATED_FAILURES, SubjectKind.DEVICE, site.devices().getFirst());
    }

    /** Fails at every scanner; a colleague does better. */
    private void roughOperator(Site site) {
        for (int i = 0; i < FAILURES; i++) {
            failThenMatch(site, i % Places.DEVICES, 0, i % Places.DEVICES, 1 + i % (Places.OPERATORS - 1));
        }
        plants.add(REPEATED_FAILURES, SubjectKind.OPERATOR, Places.operator(site, 0));
    }

    private void failThenMatch(Site site, int device, int operator, int nextDevice, int nextOperator) {
        LocalDate day = stage.someDay();
        Person person = diary.anybody(day);
        Instant at = script.openingTime(day);
        script.press(person, person.finger(), at, site, device, operator, Outcome.NOT_MATCHED);
        script.press(person, person.finger(), at.plus(RETRY), site, nextDevice, nextOperator, Outcome.MATCHED);
    }

    private void tooManyPatients(Site site) {
        LocalDate from = stage.someDay();
        for (int i = 0; i < site.beds() + BEDS_OVER; i++) {
            LocalDate day = from.plusDays(i % 7);
            Person person = diary.anybody(day);
            PresenceEvent presence =
                    stage.press(person, person.finger(), script.openingTime(day), site, Outcome.MATCHED);
            script.visit(person, site, day, 9, Optional.of(presence.eventId()), 0, BILL_RUPIAH);
        }
        plants.add(CAPACITY, SubjectKind.FACILITY, site.facility());
    }

    private void tooManyCaptures(Site site) {
        LocalDate day = stage.someDay();
        Instant at = day.atTime(11, 0).atZone(Contribution.ZONE).toInstant();
        for (int i = 0; i < CAPTURES_IN_AN_HOUR; i++) {
            Person person = diary.anybody(day);
            script.press(
                    person, person.finger(), at.plusSeconds(30L * i), site, 0, i % Places.OPERATORS, Outcome.MATCHED);
        }
        plants.add(CAPACITY, SubjectKind.DEVICE, site.devices().getFirst());
    }
}
