package id.sidik.eligibility.province;

import id.sidik.eligibility.report.PresenceEvent;
import id.sidik.eligibility.report.PresenceEvent.Outcome;
import id.sidik.eligibility.report.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Where a part of the year is played: who and what there is, what has happened so far, and the chance that this part draws from. */
record Stage(List<Person> people, Places places, Script script, Diary diary, int year, SplittableRandom random) {
    private static final int FIRST_DAY = 10;
    private static final int DAYS = 330;

    Site anyHospital() {
        return places.hospitals().get(random.nextInt(places.hospitals().size()));
    }

    Site anyBranch() {
        return places.branches().get(random.nextInt(places.branches().size()));
    }

    /** Counted from 0, the first of January. */
    LocalDate day(int ofYear) {
        return LocalDate.of(year, 1, 1).plusDays(ofYear);
    }

    /** Neither among the first nor among the last of the year. */
    LocalDate someDay() {
        return day(FIRST_DAY + random.nextInt(DAYS));
    }

    /** The number of somebody whom nothing else happens to. */
    int reserveNumber() {
        return diary.reserve(day(0));
    }

    Person reserve() {
        return people.get(reserveNumber());
    }

    /** Makes somebody else of a person. Returns whom. */
    Person change(int number, UnaryOperator<Person> change) {
        Person changed = change.apply(people.get(number));
        people.set(number, changed);
        return changed;
    }

    /** At any of the site's scanners. */
    PresenceEvent press(Person claimed, String finger, Instant at, Site site, Outcome outcome) {
        return script.press(
                claimed, finger, at, site, random.nextInt(Places.DEVICES), random.nextInt(Places.OPERATORS), outcome);
    }
}
