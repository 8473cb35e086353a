package id.sidik.eligibility.lockout;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.util.List;
import java.util.Optional;

/**
 * Whose failures are counted.
 *
 * @param person only with {@link LockoutScope#PERSON_AT_DEVICE}
 * @param deviceId empty for a whole facility, and for a person whose captures prove no device
 */
public record Watched(LockoutScope scope, Facility facility, String deviceId, Optional<Nid> person) {
    /** Stands for a device that nobody named, as no part of a key is empty. */
    private static final String NO_DEVICE = "-";

    public Watched {
        if (person.isPresent() != (scope == LockoutScope.PERSON_AT_DEVICE)) {
            throw new IllegalArgumentException("a person is watched at a device, and nowhere else");
        }
    }

    /** All that a failure of this person at this place counts for, narrowest first. */
    public static List<Watched> of(Nid person, Place place) {
        Watched own =
                new Watched(LockoutScope.PERSON_AT_DEVICE, place.facility(), place.deviceId(), Optional.of(person));
        Watched facility = new Watched(LockoutScope.FACILITY, place.facility(), "", Optional.empty());
        return place.deviceId().isEmpty() ? List.of(own, facility) : List.of(own, device(place), facility);
    }

    /** Anybody's failures at a device that is known. */
    static Watched device(Place place) {
        return new Watched(LockoutScope.DEVICE, place.facility(), place.deviceId(), Optional.empty());
    }

    /** Where its count lies. */
    public RecordKey key() {
        RecordKey key = RecordKey.of(scope.name()).then(facility.id()).then(deviceId.isEmpty() ? NO_DEVICE : deviceId);
        return person.map(key::then).orElse(key);
    }

    /**
     * A count as it is kept. Layout 1 of its body:
     *
     * <pre>
     * text scope | text facility | text device, or empty | text NID, or empty | double value | moment
     * </pre>
     */
    public record Kept(Watched watched, FailureCount count) {
        /** By scope, facility, device and member. */
        public static final RecordKind<Kept> KIND =
                RecordKind.of("failure-counts", 'q', kept -> kept.watched().key(), Kept::write, Kept::read);

        private static BodyWriter write(Kept kept) {
            return new BodyWriter()
                    .name(kept.watched().scope())
                    .text(kept.watched().facility().id())
                    .text(kept.watched().deviceId())
                    .text(kept.watched().person().map(Nid::wholeDigits).orElse(""))
                    .fraction(kept.count().value())
                    .moment(kept.count().asOf());
        }

        private static Kept read(BodyReader body) {
            return new Kept(
                    new Watched(
                            body.name(LockoutScope.class),
                            new Facility(body.text()),
                            body.text(),
                            Optional.of(body.text())
                                    .filter(digits -> !digits.isEmpty())
                                    .map(Nid::new)),
                    new FailureCount(body.fraction(), body.moment()));
        }
    }
}
