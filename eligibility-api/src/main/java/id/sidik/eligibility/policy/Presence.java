package id.sidik.eligibility.policy;

/** What the finger on the glass says about who stands there. */
public sealed interface Presence {

    /** The same as rules see it. */
    default PresenceKind kind() {
        return switch (this) {
            case Proved _ -> PresenceKind.PROVED;
            case ClaimantProved _ -> PresenceKind.CLAIMANT_PROVED;
            case ByFallback _ -> PresenceKind.FALLBACK;
            case NidAlone _ -> PresenceKind.NID_ALONE;
            case Mismatch _ -> PresenceKind.MISMATCH;
            case NotEnrolled _ -> PresenceKind.NOT_ENROLLED;
            case TooPoor _ -> PresenceKind.TOO_POOR;
            case CaptureFailed failed -> failed.fault().kind();
            case CaptureMissing _ -> PresenceKind.CAPTURE_MISSING;
            case Stale _ -> PresenceKind.STALE;
            case DeviceUntrusted _ -> PresenceKind.DEVICE_UNTRUSTED;
            case Replayed _ -> PresenceKind.REPLAYED;
            case MatcherUnavailable _ -> PresenceKind.MATCHER_UNAVAILABLE;
            case GalleryIncomplete _ -> PresenceKind.GALLERY_INCOMPLETE;
        };
    }

    /** No comparison says whose finger it is. */
    sealed interface Uncompared extends Presence {}

    /**
     * The finger is the member's.
     *
     * @param fmr how often a stranger's finger would look at least this alike
     * @param targetFmr the most that is accepted
     */
    record Proved(double fmr, double targetFmr) implements Presence {
        public Proved {
            requireProof(fmr, targetFmr);
        }
    }

    /** The finger is that of another member, who claims for one who died. Rates as in {@link Proved}. */
    record ClaimantProved(double fmr, double targetFmr) implements Presence {
        public ClaimantProved {
            requireProof(fmr, targetFmr);
        }
    }

    /**
     * The finger does not serve this person, and another way was followed to its end.
     *
     * @param method which one: a word of [A-Z0-9_], 1 to 40
     */
    record ByFallback(String method) implements Uncompared {
        public ByFallback {
            if (!FactType.TEXT.holds(method)) {
                throw new IllegalArgumentException("a fallback is a word of [A-Z0-9_], not '" + method + "'");
            }
        }
    }

    /** Nobody was asked for a finger. */
    record NidAlone() implements Uncompared {}

    private static void requireProof(double fmr, double targetFmr) {
        if (!(targetFmr > 0 && targetFmr < 1 && fmr >= 0 && fmr <= targetFmr)) {
            throw new IllegalArgumentException("presence needs 0 <= fmr <= target-fmr < 1: " + fmr + ", " + targetFmr);
        }
    }

    /** The finger was compared, and is not the member's as far as the target error rate can tell. */
    record Mismatch(double fmr, double targetFmr) implements Presence {}

    /** There is nothing to compare the finger with: an unknown person, or a member without fingers. */
    record NotEnrolled() implements Uncompared {}

    /** The sample arrived, and no comparison can rest on it. */
    record TooPoor() implements Uncompared {}

    /** The bridge says why it has no sample. */
    record CaptureFailed(CaptureFault fault) implements Uncompared {}

    /** Neither sample nor reason was sent. */
    record CaptureMissing() implements Uncompared {}

    /** The finger left the glass too long ago, or in the future. */
    record Stale() implements Uncompared {}

    /** The facility takes captures of its registered devices alone, and this is not shown to be one of theirs. */
    record DeviceUntrusted() implements Uncompared {}

    /** A sample of a registered device that was shown before, to the byte: a copy. */
    record Replayed() implements Uncompared {}

    /** The matcher did not answer in time, or at all. */
    record MatcherUnavailable() implements Uncompared {}

    /** The matcher answered, and not all of its gallery vouched for the answer. */
    record GalleryIncomplete() implements Uncompared {}
}
