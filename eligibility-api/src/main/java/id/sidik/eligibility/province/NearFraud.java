package id.sidik.eligibility.province;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.report.ClaimEvent;
import id.sidik.eligibility.report.PresenceEvent;
import id.sidik.eligibility.report.PresenceEvent.Outcome;
import id.sidik.eligibility.report.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What honest people do that looks like fraud, and is none: a report that names any of it is wrong about it. Without such people precision
 * would mean nothing. Twins are born among {@link People}.
 */
final class NearFraud {
    private static final int OF_EACH = 4;
    private static final int FAMILY = 5;
    private static final int AGENT = 5;
    private static final int FAMILIES = 12;
    private static final int SCHOOL_CLASS = 13;
    private static final int REGULARS = 9;
    private static final int CAPTURES_OF_A_BUSY_HOUR = 55;
    private static final long BILL_RUPIAH = 240_000;
    private static final long JKM_RUPIAH = 42_000_000;

    private final List<Person> people;
    private final Places places;
    private final Script script;
    private final Diary diary;
    private final int year;
    private final SplittableRandom random;

    NearFraud(List<Person> people, Places places, Script script, Diary diary, int year, SplittableRandom random) {
        this.people = people;
        this.places = places;
        this.script = script;
        this.diary = diary;
        this.year = year;
        this.random = random;
    }

    void live() {
        for (int i = 0; i < FAMILIES; i++) {
            familyAtTheClinic(i);
        }
        for (int i = 0; i < OF_EACH; i++) {
            registersAgain();
            mistypedTwice();
            movesOn();
            diesOnTheDayOfCare();
            triesFourTimes();
            isMovedToAnotherHospital();
        }
        busyHour(quietHospital(0));
        busyHour(quietHospital(1));
        schoolClass(quietHospital(2));
        agentOfTwoDeaths();
    }

    /** From the end, where no fraud is planted. */
    private Site quietHospital(int number) {
        return places.hospitals().get(places.hospitals().size() - 1 - number);
    }

    private Site anyHospital() {
        return places.hospitals().get(random.nextInt(places.hospitals().size()));
    }

    private LocalDate someDay() {
        return LocalDate.of(year, 1, 11).plusDays(random.nextInt(330));
    }

    private int reserveNumber() {
        return diary.reserve(LocalDate.of(year, 1, 1));
    }

    private Person reserve() {
        return people.get(reserveNumber());
    }

    private PresenceEvent press(Person claimed, String finger, Instant at, Site site, Outcome outcome) {
        return script.press(
                claimed, finger, at, site, random.nextInt(Places.DEVICES), random.nextInt(Places.OPERATORS), outcome);
    }

    private void visit(Person person, Site site, LocalDate day) {
        PresenceEvent presence = press(person, person.finger(), script.openingTime(day), site, Outcome.MATCHED);
        script.visit(person, site, day, 0, Optional.of(presence.eventId()), 0, BILL_RUPIAH);
    }

    /** One telephone, one clinic, one day: a contact of five is a family's. */
    private void familyAtTheClinic(int family) {
        Site site = anyHospital();
        LocalDate day = someDay();
        for (int i = 0; i < FAMILY; i++) {
            int number = reserveNumber();
            Person person = people.get(number);
            people.set(
                    number, person.withContacts(String.format(Locale.ROOT, "+62813888%04d", family), person.account()));
            visit(people.get(number), site, day);
        }
    }

    /** Her number was put right; she comes with the new one, and officers find that she is one person. */
    private void registersAgain() {
        Person person = reserve();
        visit(person, anyHospital(), LocalDate.of(year, 2, 1).plusDays(random.nextInt(20)));
        int again = reserveNumber();
        people.set(again, people.get(again).withFinger(person.finger()));
        script.comeAgain.put(people.get(again).nid(), person.nid());
    }

    /** Two strangers whose numbers were mistyped: one more would be a pattern. */
    private void mistypedTwice() {
        Person victim = reserve();
        for (int i = 0; i < 2; i++) {
            Person other = reserve();
            Site site = anyHospital();
            Instant at = script.openingTime(someDay());
            press(victim, other.finger(), at, site, Outcome.NOT_MATCHED);
            press(other, other.finger(), at.plusSeconds(50), site, Outcome.MATCHED);
        }
    }

    /** To a hospital far away, by car. */
    private void movesOn() {
        Person person = reserve();
        Site here = anyHospital();
        Instant at = script.openingTime(someDay());
        press(person, person.finger(), at, here, Outcome.MATCHED);
        press(person, person.finger(), at.plus(Duration.ofHours(4)), places.farthestFrom(here), Outcome.MATCHED);
    }

    private void diesOnTheDayOfCare() {
        int number = reserveNumber();
        LocalDate day = someDay();
        people.set(number, people.get(number).withDeath(day));
        visit(people.get(number), anyHospital(), day);
    }

    private void triesFourTimes() {
        Person person = reserve();
        Site site = anyHospital();
        Instant at = script.openingTime(someDay());
        for (int i = 0; i < 4; i++) {
            press(person, person.finger(), at.plusSeconds(90L * i), site, Outcome.NOT_MATCHED);
        }
        press(person, person.finger(), at.plusSeconds(400), site, Outcome.MATCHED);
    }

    /** On the day of the discharge. */
    private void isMovedToAnotherHospital() {
        Person person = reserve();
        LocalDate day = someDay();
        Site here = anyHospital();
        PresenceEvent first = press(person, person.finger(), script.openingTime(day), here, Outcome.MATCHED);
        script.visit(person, here, day, 3, Optional.of(first.eventId()), 0, BILL_RUPIAH);
        Instant evening = script.openingTime(day.plusDays(3)).plus(Duration.ofHours(9));
        PresenceEvent second = press(person, person.finger(), evening, places.farthestFrom(here), Outcome.MATCHED);
        script.visit(
                person, places.farthestFrom(here), day.plusDays(3), 2, Optional.of(second.eventId()), 0, BILL_RUPIAH);
    }

    private void busyHour(Site site) {
        LocalDate day = someDay();
        Instant at = script.dayAt(day, 10);
        for (int i = 0; i < CAPTURES_OF_A_BUSY_HOUR; i++) {
            Person person = diary.anybody(day);
            script.press(
                    person, person.finger(), at.plusSeconds(62L * i), site, 0, i % Places.OPERATORS, Outcome.MATCHED);
        }
    }

    /** Thirteen whom nobody saw before, and nine who come every month. */
    private void schoolClass(Site site) {
        LocalDate day = LocalDate.of(year, 6, 15);
        for (int i = 0; i < REGULARS; i++) {
            Person regular = reserve();
            visit(regular, site, day.minusDays(40));
            visit(regular, site, day);
        }
        for (int i = 0; i < SCHOOL_CLASS; i++) {
            visit(reserve(), site, day);
        }
    }

    /** Who brings many people sees some of them die. */
    private void agentOfTwoDeaths() {
        for (int i = 0; i < 2; i++) {
            int number = reserveNumber();
            LocalDate joined = LocalDate.of(year, 2, 1).plusDays(30L * i);
            LocalDate died = joined.plusDays(100);
            Person person =
                    people.get(number).broughtBy(People.agent(AGENT), joined).withDeath(died);
            people.set(number, person);
            Site branch = places.branches().getLast();
            Person heir = reserve();
            PresenceEvent presence =
                    press(heir, heir.finger(), script.openingTime(died.plusDays(9)), branch, Outcome.MATCHED);
            script.claims.add(new ClaimEvent(
                    script.eventId("cl"),
                    person.nid(),
                    Programme.JKM,
                    branch.facility(),
                    died,
                    died.plusDays(9),
                    person.agent(),
                    Optional.empty(),
                    Optional.of(presence.eventId()),
                    ClaimEvent.State.PAID,
                    JKM_RUPIAH,
                    JKM_RUPIAH));
        }
    }
}
