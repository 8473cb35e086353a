package id.sidik.eligibility.province;

import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.nid.Nid;
import java.time.LocalDate;
import java.util.Optional;

/** Somebody of the province as the register has them. {@code number} is from 0, and nobody else's. */
public record Resident(
        int number, Nid nid, String name, Segment segment, LocalDate joinedOn, Optional<LocalDate> diedOn) {
    /** Names nobody. */
    @Override
    public String toString() {
        return "Resident[" + number + "]";
    }
}
