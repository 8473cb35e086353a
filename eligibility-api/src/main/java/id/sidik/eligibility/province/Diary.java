package id.sidik.eligibility.province;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Who was where when, so that honest people are never in two places, and who is kept for the fraud alone. */
final class Diary {
    /** Days between two visits of one person. */
    private static final int REST_DAYS = 14;

    private static final int TRIES_MAX = 10_000;

    private final List<Person> people;
    private final SplittableRandom random;
    private final Map<Integer, List<LocalDate>> visits = new HashMap<>();
    private final Set<Integer> reserved = new HashSet<>();

    Diary(List<Person> people, SplittableRandom random) {
        this.people = people;
        this.random = random;
    }

    /** The number of somebody whom nothing else happens to: alive all year, a member before it. */
    int reserve(LocalDate yearBegins) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            int number = random.nextInt(people.size());
            Person person = people.get(number);
            if (person.diedOn().isEmpty()
                    && person.joinedOn().isBefore(yearBegins)
                    && !visits.containsKey(number)
                    && reserved.add(number)) {
                return number;
            }
        }
        throw new IllegalStateException("the province is too small for its fraud: give it more members");
    }

    /** Anybody who is a member, alive and at home then. */
    Person anybody(LocalDate day) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            int number = random.nextInt(people.size());
            Person person = people.get(number);
            if (!reserved.contains(number)
                    && person.aliveOn(day.plusDays(REST_DAYS))
                    && !person.joinedOn().isAfter(day)
                    && isFree(number, day)) {
                visits.computeIfAbsent(number, _ -> new ArrayList<>(2)).add(day);
                return person;
            }
        }
        throw new IllegalStateException("the province is too small for its visits: give it more members");
    }

    boolean isReserved(int number) {
        return reserved.contains(number);
    }

    private boolean isFree(int number, LocalDate day) {
        return visits.getOrDefault(number, List.of()).stream()
                .allMatch(other -> Math.abs(other.toEpochDay() - day.toEpochDay()) >= REST_DAYS);
    }
}
