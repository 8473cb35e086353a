package id.sidik.eligibility.province;

import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.nid.Nid;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody of the province.
 *
 * @param home the hospital that is nearest, by its number
 * @param finger the opaque name of the finger that is enrolled for her
 * @param phone as people write it
 * @param account where money goes; opaque
 * @param wageRupiah a month
 * @param wageAsked whether she told her wage when she joined
 */
public record Person(
        Nid nid,
        String name,
        String motherName,
        LocalDate bornOn,
        LocalDate joinedOn,
        Segment segment,
        Optional<String> employer,
        Optional<String> agent,
        int home,
        String finger,
        String phone,
        String account,
        long wageRupiah,
        boolean wageAsked,
        Optional<LocalDate> diedOn) {

    /** How names of fingers begin of which there are pictures, and not templates alone. */
    public static final String PICTURED = "picture-";

    /** The name of the finger that somebody has from the beginning. */
    public static String ownFinger(int number) {
        return String.format(Locale.ROOT, "finger-%06d", number);
    }

    /** Whether she lives on that day; the day of her death is not one. */
    public boolean aliveOn(LocalDate day) {
        return diedOn.map(day::isBefore).orElse(true);
    }

    /** With the birth date, the mother and the home of another. */
    Person bornWith(Person elder, String ownName, Nid ownNid) {
        return new Person(
                ownNid,
                ownName,
                elder.motherName,
                elder.bornOn,
                joinedOn,
                segment,
                employer,
                agent,
                elder.home,
                finger,
                phone,
                account,
                wageRupiah,
                wageAsked,
                diedOn);
    }

    Person withFinger(String other) {
        return new Person(
                nid,
                name,
                motherName,
                bornOn,
                joinedOn,
                segment,
                employer,
                agent,
                home,
                other,
                phone,
                account,
                wageRupiah,
                wageAsked,
                diedOn);
    }

    Person withContacts(String phone, String account) {
        return new Person(
                nid,
                name,
                motherName,
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
                motherName,
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
                Optional.of(day));
    }

    /** Brought by an agent, self-employed. */
    Person broughtBy(String newAgent, LocalDate day) {
        return new Person(
                nid,
                name,
                motherName,
                bornOn,
                day,
                Segment.INFORMAL,
                Optional.empty(),
                Optional.of(newAgent),
                home,
                finger,
                phone,
                account,
                wageRupiah,
                wageAsked,
                diedOn);
    }

    @Override
    public String toString() {
        return "Person[" + nid.masked() + "]";
    }
}
