package id.sidik.eligibility.policy;

import com.google.protobuf.Timestamp;
import java.time.LocalDate;

/** A day as CEL knows one: the moment at which it begins in UTC. */
final class CelDates {
    private static final long SECONDS_PER_DAY = 86_400;

    private CelDates() {}

    static Timestamp of(LocalDate day) {
        return Timestamp.newBuilder()
                .setSeconds(Math.multiplyExact(day.toEpochDay(), SECONDS_PER_DAY))
                .build();
    }

    static LocalDate of(Timestamp moment) {
        return LocalDate.ofEpochDay(Math.floorDiv(moment.getSeconds(), SECONDS_PER_DAY));
    }

    /** The day that an expression of that type gave. */
    static LocalDate day(Object result) {
        return of((Timestamp) result);
    }

    /** A fact's value as CEL computes with it. */
    static Object wrapped(Object value) {
        return value instanceof LocalDate day ? of(day) : value;
    }
}
