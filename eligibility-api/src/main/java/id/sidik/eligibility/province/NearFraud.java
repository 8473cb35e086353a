package id.sidik.eligibility.province;

import id.sidik.eligibility.report.PresenceEvent;
import id.sidik.eligibility.report.PresenceEvent.Outcome;
import id.sidik.eligibility.report.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

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

    private final Stage stage;
    private final Places places;
    private final Script script;
    private final Diary diary;

    NearFraud(Stage stage) {
        this.stage = stage;
        this.places = stage.places();
        this.script = stage.script();
        this.diary = stage.diary();
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

    private void visit(Person person, Site site, LocalDate day) {
        PresenceEvent presence = stage.press(person, person.finger(), script.openingTime(day), site, Outcome.MATCHED);
        script.visit(person, site, day, 0, Optional.of(presence.eventId()), 0, BILL_RUPIAH);
    }

    /** One telephone, one clinic, one day: a contact of five is a family's. */
    private void familyAtTheClinic(int family) {
        String telephone = String.format(Locale.ROOT, "+62813888%04d", family);
        Site site = stage.anyHospital();
        LocalDate day = stage.someDay();
        for (int i = 0; i < FAMILY; i++) {
            Person relative =
                    stage.change(stage.reserveNumber(), person -> person.withContacts(telephone, person.account()));
            visit(relative, site, day);
        }
    }

    /** Her number was put right; she comes with the new one, and officers find that she is one person. */
    private void registersAgain() {
        Person person = stage.reserve();
        visit(
                person,
                stage.anyHospital(),
                LocalDate.of(stage.year(), 2, 1).plusDays(stage.random().nextInt(20)));
        Person again = stage.change(stage.reserveNumber(), other -> other.withFinger(person.finger()));
        script.comeAgain.put(again.nid(), person.nid());
    }

    /** Two strangers whose numbers were mistyped: one more would be a pattern. */
    private void mistypedTwice() {
        Person victim = stage.reserve();
        for (int i = 0; i < 2; i++) {
            Person other = stage.reserve();
            Site site = stage.anyHospital();
            Instant at = script.openingTime(stage.someDay());
            stage.press(victim, other.finger(), at, site, Outcome.NOT_MATCHED);
            stage.press(other, other.finger(), at.plusSeconds(50), site, Outcome.MATCHED);
        }
    }

    /** To a hospital far away, by car. */
    private void movesOn() {
        Person person = stage.reserve();
        Site here = stage.anyHospital();
        Instant at = script.openingTime(stage.someDay());
        stage.press(person, person.finger(), at, here, Outcome.MATCHED);
        stage.press(person, person.finger(), at.plus(Duration.ofHours(4)), places.farthestFrom(here), Outcome.MATCHED);
    }

    private void diesOnTheDayOfCare() {
        int number = stage.reserveNumber();
        LocalDate day = stage.someDay();
        Person person = stage.change(number, patient -> patient.withDeath(day));
        visit(person, stage.anyHospital(), day);
    }

    private void triesFourTimes() {
        Person person = stage.reserve();
        Site site = stage.anyHospital();
        Instant at = script.openingTime(stage.someDay());
        for (int i = 0; i < 4; i++) {
            stage.press(person, person.finger(), at.plusSeconds(90L * i), site, Outcome.NOT_MATCHED);
        }
        stage.press(person, person.finger(), at.plusSeconds(400), site, Outcome.MATCHED);
    }

    /** On the day of the discharge. */
    private void isMovedToAnotherHospital() {
        Person person = stage.reserve();
        LocalDate day = stage.someDay();
        Site here = stage.anyHospital();
        PresenceEvent first = stage.press(person, person.finger(), script.openingTime(day), here, Outcome.MATCHED);
        script.visit(person, here, day, 3, Optional.of(first.eventId()), 0, BILL_RUPIAH);
        Instant evening = script.openingTime(day.plusDays(3)).plus(Duration.ofHours(9));
        PresenceEvent second =
                stage.press(person, person.finger(), evening, places.farthestFrom(here), Outcome.MATCHED);
        script.visit(
                person, places.farthestFrom(here), day.plusDays(3), 2, Optional.of(second.eventId()), 0, BILL_RUPIAH);
    }

    private void busyHour(Site site) {
        LocalDate day = stage.someDay();
        Instant at = script.dayAt(day, 10);
        for (int i = 0; i < CAPTURES_OF_A_BUSY_HOUR; i++) {
            Person person = diary.anybody(day);
            script.press(
                    person, person.finger(), at.plusSeconds(62L * i), site, 0, i % Places.OPERATORS, Outcome.MATCHED);
        }
    }

    /** Thirteen whom nobody saw before, and nine who come every month. */
    private void schoolClass(Site site) {
        LocalDate day = LocalDate.of(stage.year(), 6, 15);
        for (int i = 0; i < REGULARS; i++) {
            Person regular = stage.reserve();
            visit(regular, site, day.minusDays(40));
            visit(regular, site, day);
        }
        for (int i = 0; i < SCHOOL_CLASS; i++) {
            visit(stage.reserve(), site, day);
        }
    }

    /** Who brings many people sees some of them die. */
    private void agentOfTwoDeaths() {
        for (int i = 0; i < 2; i++) {
            int number = stage.reserveNumber();
            LocalDate joined = LocalDate.of(stage.year(), 2, 1).plusDays(30L * i);
            LocalDate died = joined.plusDays(100);
            Person person = stage.change(
                    number,
                    stranger -> stranger.broughtBy(People.agent(AGENT), joined).withDeath(died));
            Site branch = places.branches().getLast();
            Person heir = stage.reserve();
            LocalDate filed = died.plusDays(9);
            script.deathClaim(
                    person,
                    branch,
                    filed,
                    stage.press(heir, heir.finger(), script.openingTime(filed), branch, Outcome.MATCHED));
        }
    }
}
