package id.sidik.eligibility.journey;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.policy.Fact;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of the policy.
 *
 * @param facility where; empty for a question that no place asks
 * @param stated facts by name, of those that a caller may state
 * @param day the day decided about
 * @param askedOn the day of the question
 */
record Asked(Purpose purpose, Optional<Facility> facility, Map<Fact, Object> stated, LocalDate day, LocalDate askedOn) {
    Asked {
        stated = Map.copyOf(stated);
    }

    /** What was stated of a fact that is a day. */
    Optional<LocalDate> statedDay(Fact fact) {
        return Optional.ofNullable(stated.get(fact)).map(LocalDate.class::cast);
    }

    /** The same for a number. */
    Optional<Long> statedNumber(Fact fact) {
        return Optional.ofNullable(stated.get(fact)).map(Long.class::cast);
    }

    /** The same for a word. */
    Optional<String> statedWord(Fact fact) {
        return Optional.ofNullable(stated.get(fact)).map(String.class::cast);
    }

    boolean aboutToday() {
        return day.equals(askedOn);
    }
}
