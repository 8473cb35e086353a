package id.sidik.eligibility.access;

import java.util.Optional;

/** Whose records a role may touch with an operation. */
public enum Reach {
    /** Anybody's. */
    EVERYWHERE("yes"),
    /** What the request's {@code facility_id} names must be a facility of the caller's token. */
    OWN_FACILITY("own facility", "facility_id"),
    /** What the request's {@code employer_id} names must be an employer of the caller's token. */
    OWN_EMPLOYER("own employer", "employer_id"),
    /** The request's {@code nid} must be the caller's own. */
    OWN_NID("own NID", "nid"),
    /**
     * The request names a record by its own number, so only the journey can tell whose it is: it asks {@link Warrant#requireFacility},
     * {@link Warrant#requireEmployer} or {@link Warrant#requireNid} once it has read it.
     */
    OWN_RECORDS("own records");

    private final String words;
    private final Optional<String> field;

    Reach(String words) {
        this.words = words;
        this.field = Optional.empty();
    }

    Reach(String words, String field) {
        this.words = words;
        this.field = Optional.of(field);
    }

    /** As the printed table says it. */
    @Override
    public String toString() {
        return words;
    }

    /** The field of a request that says whose record it is about; empty where no field decides. */
    public Optional<String> field() {
        return field;
    }
}
