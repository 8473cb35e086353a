package id.sidik.eligibility.journey;

import id.sidik.eligibility.access.AccessRefusedException;
import id.sidik.eligibility.journey.RequestRefusedException.Kind;
import id.sidik.eligibility.matching.JobRefusedException;
import id.sidik.eligibility.matching.MatcherUnavailableException;
import id.sidik.eligibility.matching.SampleRefusedException;
import id.sidik.eligibility.records.CorruptRecordException;
import id.sidik.eligibility.store.StoreBusyException;
import id.sidik.eligibility.store.StoreFullException;
import id.sidik.eligibility.store.StoreStoppedException;
import java.util.Optional;

/** What the failures of the parts mean to a caller. The edges only choose a code for it. */
public final class Refusals {
    private Refusals() {}

    /** Empty for a failure that nobody foresaw. */
    public static Optional<RequestRefusedException> of(RuntimeException failure) {
        return switch (failure) {
            case RequestRefusedException refused -> Optional.of(refused);
            case AccessRefusedException refused ->
                Optional.of(new RequestRefusedException(
                        kindOf(refused.kind()), refused.reason(), String.valueOf(refused.getMessage())));
            case SampleRefusedException refused ->
                Optional.of(new RequestRefusedException(
                        Kind.INVALID, refused.reason(), String.valueOf(refused.getMessage()), refused.details()));
            case JobRefusedException refused ->
                Optional.of(new RequestRefusedException(
                        refused.later() ? Kind.OVERLOADED : Kind.KEY_REUSED,
                        refused.reason(),
                        String.valueOf(refused.getMessage())));
            case MatcherUnavailableException unavailable -> Optional.of(refusal(unavailable.why()));
            case StoreBusyException busy ->
                Optional.of(
                        new RequestRefusedException(Kind.OVERLOADED, "OVERLOADED", String.valueOf(busy.getMessage())));
            case StoreFullException full ->
                Optional.of(
                        new RequestRefusedException(Kind.UNAVAILABLE, "DISK_FULL", String.valueOf(full.getMessage())));
            case StoreStoppedException _ ->
                Optional.of(new RequestRefusedException(
                        Kind.UNAVAILABLE,
                        "STORE_STOPPED",
                        "The books cannot be written; the service must be restarted"));
            case CorruptRecordException corrupt ->
                Optional.of(new RequestRefusedException(
                        Kind.DATA_LOST, "RECORD_CORRUPT", String.valueOf(corrupt.getMessage())));
            default -> Optional.empty();
        };
    }

    private static RequestRefusedException refusal(MatcherUnavailableException.Why why) {
        return switch (why) {
            case OVERLOADED ->
                new RequestRefusedException(
                        Kind.OVERLOADED,
                        "OVERLOADED",
                        "The matcher has as much to do as it takes on; nothing was changed, try again");
            case NO_ANSWER, GALLERY_INCOMPLETE ->
                new RequestRefusedException(
                        Kind.UNAVAILABLE,
                        "MATCHER_UNAVAILABLE",
                        "The matcher does not answer; nothing was changed, try again");
        };
    }

    private static Kind kindOf(AccessRefusedException.Kind kind) {
        return switch (kind) {
            case UNAUTHENTICATED -> Kind.UNAUTHENTICATED;
            case FORBIDDEN -> Kind.FORBIDDEN;
            case UNAVAILABLE -> Kind.UNAVAILABLE;
        };
    }
}
