package id.sidik.eligibility.province;

import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.nid.Nid;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody of the province.
 *
 * @param home the hospital that is nearest, by its number
 * @param finger the opaque name of her finger
 * @param phoneHash and {@code accountHash} as registrations have them
 * @param wageRupiah a month
 * @param wageAsked whether she told her wage when she joined
 */
record Person(
        Nid nid,
        String name,
        LocalDate bornOn,
        LocalDate joinedOn,
        Segment segment,
        Optional<String> employer,
        Optional<String> agent,
        int home,
        String finger,
        String phoneHash,
        String accountHash,
        long wageRupiah,
        boolean wageAsked,
        Optional<LocalDate> diedOn) {

    boolean aliveOn(LocalDate day) {
        return diedOn.map(day::isBefore).orElse(true);
    }

    Person withFinger(String other) {
        return new Person(
                nid,
                name,
                bornOn,
                joinedOn,
                segment,
                employer,
                agent,
                home,
                other,
                phoneHash,
                accountHash,
                wageRupiah,
                wageAsked,
                diedOn);
    }

    Person withContacts(String phone, String account) {
        return new Person(
                nid,
                name,
                bornOn,
                joinedOn,
                segment,
                employer,
                agent,
                home,
                finger,
                phone,
                account,
                wageRupiah,
                wageAsked,
                diedOn);
    }

    Person withDeath(LocalDate day) {
        return new Person(
                nid,
                name,
                bornOn,
                joinedOn,
                segment,
                employer,
                agent,
                home,
                finger,
                phoneHash,
                accountHash,
                wageRupiah,
                wageAsked,
                Optional.of(day));
    }

    /** Brought by an agent, self-employed. */
    Person broughtBy(String newAgent, LocalDate day) {
        return new Person(
                nid,
                name,
                bornOn,
                day,
                Segment.INFORMAL,
                Optional.empty(),
                Optional.of(newAgent),
                home,
                finger,
                phoneHash,
                accountHash,
                wageRupiah,
                wageAsked,
                diedOn);
    }

    @Override
    public String toString() {
        return "Person[" + nid.masked() + "]";
    }
}
