package id.sidik.eligibility.visit;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.presence.PresenceEvidence;
import id.sidik.eligibility.presence.RecordId;
import id.sidik.eligibility.visit.VisitState.Cancelled;
import id.sidik.eligibility.visit.VisitState.Completed;
import id.sidik.eligibility.visit.VisitState.Discharged;
import id.sidik.eligibility.visit.VisitState.UnderWay;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One visit of a member to a facility.
 *
 * @param servicedFrom when it began; before {@code openedAt} when it was entered late
 * @param presence a receipt, or the grace of an emergency; never missing
 * @param overlaps ids of stays that were under way when it began: for an officer to look at
 * @param openedAt when we were told
 * @param revision 1 when opened, one more with each step
 */
public record Visit(
        String visitId,
        Nid nid,
        VisitKind kind,
        Facility facility,
        Instant servicedFrom,
        PresenceEvidence presence,
        List<String> overlaps,
        VisitState state,
        Officer openedBy,
        Instant openedAt,
        int revision) {

    /** The most overlaps that are kept. */
    public static final int OVERLAPS_MAX = 20;

    public Visit {
        RecordId.checked("a visit id", visitId);
        if (presence instanceof PresenceEvidence.Missing) {
            throw new IllegalArgumentException("a visit rests on a receipt, or on the grace of an emergency");
        }
        if (servicedFrom.isAfter(openedAt)) {
            throw new IllegalArgumentException("a visit begins before it is opened, or with it");
        }
        overlaps = overlaps.stream().limit(OVERLAPS_MAX).toList();
        if (revision < 1) {
            throw new IllegalArgumentException("revisions start at 1: " + revision);
        }
    }

    /** When it ended; empty while it is under way. A cancelled one ends where it began. */
    public Optional<Instant> endedAt() {
        return switch (state) {
            case UnderWay _ -> Optional.empty();
            case Discharged discharged -> Optional.of(discharged.at());
            case Completed completed -> Optional.of(completed.at());
            case Cancelled _ -> Optional.of(servicedFrom);
        };
    }

    /** Whether an emergency was never shown a finger for in its time. For reports. */
    public boolean graceLapsedAt(Instant now) {
        return presence instanceof PresenceEvidence.Grace grace
                && !(state instanceof Cancelled)
                && !now.isBefore(grace.until());
    }

    /** What becomes of it when this is done at that moment. */
    public VisitStep after(VisitAction action, Instant at) {
        return switch (action) {
            case VisitAction.ShowPresence show -> presenceShown(show.receipt(), at);
            case VisitAction.Discharge discharge ->
                kind == VisitKind.ADMISSION
                        ? ended(new Discharged(discharge.manner(), at))
                        : refused(VisitRefusal.VISIT_NOT_A_STAY);
            case VisitAction.Complete _ ->
                kind == VisitKind.ADMISSION ? refused(VisitRefusal.VISIT_IS_A_STAY) : ended(new Completed(at));
            case VisitAction.Cancel _ -> ended(new Cancelled(at));
        };
    }

    /** Somebody may be discharged before the 72 hours are over, and show a finger after that. */
    private VisitStep presenceShown(PresenceEvidence.Receipt receipt, Instant at) {
        if (state instanceof Cancelled) {
            return refused(VisitRefusal.VISIT_ENDED);
        }
        return switch (presence) {
            case PresenceEvidence.Grace grace ->
                at.isBefore(grace.until()) ? moved(receipt, state) : refused(VisitRefusal.VISIT_GRACE_OVER);
            case PresenceEvidence.Receipt _, PresenceEvidence.Missing _ ->
                refused(VisitRefusal.VISIT_PRESENCE_SHOWN_ALREADY);
        };
    }

    private VisitStep ended(VisitState next) {
        return state instanceof UnderWay ? moved(presence, next) : refused(VisitRefusal.VISIT_ENDED);
    }

    private static VisitStep refused(VisitRefusal refusal) {
        return new VisitStep.Refused(refusal);
    }

    private VisitStep moved(PresenceEvidence evidence, VisitState next) {
        return new VisitStep.Moved(new Visit(
                visitId,
                nid,
                kind,
                facility,
                servicedFrom,
                evidence,
                overlaps,
                next,
                openedBy,
                openedAt,
                revision + 1));
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Visit[" + visitId + ", " + nid.masked() + ", " + kind + ", "
                + state.getClass().getSimpleName() + "]";
    }
}
