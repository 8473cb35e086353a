package id.sidik.eligibility.journey;

import id.sidik.eligibility.policy.Fact;
import id.sidik.eligibility.policy.Policy;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a caller says of the case, as far as it makes sense.
 *
 * @param day the day decided about, not after that of the question
 * @param nidAlone that no finger is asked for
 */
record Circumstances(Map<Fact, Object> facts, LocalDate day, boolean nidAlone) {
    private static final int FACTS_MAX = 32;
    private static final LocalDate DAY_MIN = LocalDate.of(1977, 12, 1);

    Circumstances {
        facts = Map.copyOf(facts);
    }

    static Circumstances of(Map<String, String> stated, String serviceDate, boolean nidAlone, Instant now) {
        return new Circumstances(facts(stated, Fact::statable), day(serviceDate, Policy.dayOf(now)), nidAlone);
    }

    /** Reads facts by their names. */
    static Map<Fact, Object> facts(Map<String, String> stated, Predicate<Fact> allowed) {
        if (stated.size() > FACTS_MAX) {
            throw invalid("at most 32 circumstances are stated, not " + stated.size());
        }
        Map<Fact, Object> facts = new EnumMap<>(Fact.class);
        stated.forEach((name, text) -> {
            Fact fact =
                    Fact.named(name).filter(allowed).orElseThrow(() -> invalid("a caller cannot state '" + name + "'"));
            try {
                facts.put(fact, fact.parse(text));
            } catch (IllegalArgumentException e) {
                throw invalid(String.valueOf(e.getMessage()));
            }
        });
        return facts;
    }

    /** Today where nothing is said; a day to come is decided about when it has come. */
    static LocalDate day(String text, LocalDate today) {
        if (text.isEmpty()) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(DAY_MIN) && !day.isAfter(today)) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // said below, as for a day out of bounds
        }
        throw RequestRefusedException.invalid(
                "SERVICE_DATE_INVALID", "service_date is a day YYYY-MM-DD from 1977-12-01 to today");
    }

    private static RequestRefusedException invalid(String message) {
        return RequestRefusedException.invalid("CIRCUMSTANCES_INVALID", message);
    }
}
