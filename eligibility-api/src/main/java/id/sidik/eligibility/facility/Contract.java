package id.sidik.eligibility.facility;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * What was agreed with a facility for some time.
 *
 * @param from the first day; names the contract among those of the facility
 * @param until the last day, at most ten years later
 * @param facilityClass as the parties call it, at most 20 characters, or empty
 * @param services of care, at least one
 * @param programmes that pay there, at least one
 * @param recordedBy the officer, or the role of a certificate
 */
public record Contract(
        Facility facility,
        LocalDate from,
        LocalDate until,
        FacilityLevel level,
        String facilityClass,
        Set<Purpose> services,
        Set<Programme> programmes,
        String recordedBy,
        Instant recordedAt) {
    /** The most of one facility. */
    public static final int COUNT_MAX = 100;

    private static final int YEARS_MAX = 10;
    private static final int CLASS_CHARS_MAX = 20;

    public Contract {
        if (until.isBefore(from) || until.isAfter(from.plusYears(YEARS_MAX))) {
            throw new IllegalArgumentException("a contract ends 0 days to 10 years after it begins, not on " + until);
        }
        if (facilityClass.length() > CLASS_CHARS_MAX || facilityClass.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a facility's class is at most 20 characters");
        }
        services = Set.copyOf(services);
        programmes = Set.copyOf(programmes);
        if (services.isEmpty() || programmes.isEmpty()) {
            throw new IllegalArgumentException("a contract names at least one service and one programme");
        }
        services.stream().filter(service -> !service.isCare()).findFirst().ifPresent(service -> {
            throw new IllegalArgumentException(service + " is no care");
        });
    }

    /** Whether it covers a service on a day, at the cost of the programme that pays for it. */
    public boolean covers(Purpose service, LocalDate day) {
        return runsOn(day) && services.contains(service) && programmes.contains(service.programme());
    }

    public boolean runsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
