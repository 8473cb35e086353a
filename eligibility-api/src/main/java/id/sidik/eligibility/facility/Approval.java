package id.sidik.eligibility.facility;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.nid.Nid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That care of one kind was approved for a member, for some days and some visits.
 *
 * @param number as the issuer numbers it, 1 to 40 of [A-Za-z0-9./_-]; once for each issuer
 * @param to where the care is to be; empty for anywhere
 * @param from the first day of care
 * @param until the last day, at most a year later
 * @param visitsMax how many visits it serves, 1 to {@link #VISITS_MAX}
 * @param visits those that it served
 * @param recordedBy the officer, or the role of a certificate
 */
public record Approval(
        String approvalId,
        Kind kind,
        String number,
        Nid nid,
        Facility issuer,
        Optional<Facility> to,
        Purpose service,
        LocalDate from,
        LocalDate until,
        int visitsMax,
        List<String> visits,
        boolean withdrawn,
        String recordedBy,
        Instant recordedAt) {
    /** The most visits of one. */
    public static final int VISITS_MAX = 100;

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9./_-]{1,40}");

    /** Why the care needs a word of somebody else's. Stored: never rename one. */
    public enum Kind {
        /** One facility sends the member to another. */
        REFERRAL,
        /** An officer approves a service of an earlier day. */
        EXCEPTION
    }

    public Approval {
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("an approval's number is 1 to 40 of [A-Za-z0-9./_-]");
        }
        if (!service.isCare()) {
            throw new IllegalArgumentException(service + " is no care");
        }
        if (until.isBefore(from) || until.isAfter(from.plusYears(1))) {
            throw new IllegalArgumentException("an approval ends 0 days to a year after it begins, not on " + until);
        }
        if (visitsMax < 1 || visitsMax > VISITS_MAX) {
            throw new IllegalArgumentException("an approval serves 1 to 100 visits, not " + visitsMax);
        }
        visits = List.copyOf(visits);
        if (visits.size() > visitsMax) {
            throw new IllegalArgumentException("an approval of " + visitsMax + " visits served " + visits.size());
        }
    }

    /** Whether it speaks of such care there on that day, used up or not. */
    public boolean concerns(Facility facility, Purpose care, LocalDate day) {
        return !withdrawn
                && service == care
                && to.map(facility::equals).orElse(true)
                && !day.isBefore(from)
                && !day.isAfter(until);
    }

    public boolean isUsedUp() {
        return visits.size() == visitsMax;
    }

    /** The same, after a visit more. */
    public Approval usedBy(String visitId) {
        List<String> more = new ArrayList<>(visits);
        more.add(visitId);
        return with(more, withdrawn);
    }

    /** The same, which serves no further visit. */
    public Approval taken() {
        return with(visits, true);
    }

    private Approval with(List<String> newVisits, boolean isWithdrawn) {
        return new Approval(
                approvalId,
                kind,
                number,
                nid,
                issuer,
                to,
                service,
                from,
                until,
                visitsMax,
                newVisits,
                isWithdrawn,
                recordedBy,
                recordedAt);
    }
}
