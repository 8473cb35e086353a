package id.sidik.eligibility.journey;

import id.sidik.eligibility.v1.VisitRecord;
import id.sidik.eligibility.visit.Visit;
import id.sidik.eligibility.visit.VisitState;
import id.sidik.wire.rpc.ProtoTime;

/** Visits in the words of the contract. */
final class VisitWording {
    private VisitWording() {}

    static VisitRecord visit(Visit visit) {
        VisitRecord.Builder record = VisitRecord.newBuilder()
                .setVisitId(visit.visitId())
                .setNid(visit.nid().wholeDigits())
                .setKind(VisitRecord.Kind.valueOf(visit.kind().name()))
                .setFacilityId(visit.facility().id())
                .setServicedFrom(ProtoTime.of(visit.servicedFrom()))
                .setPresence(ClaimWording.presence(visit.presence()))
                .addAllOverlaps(visit.overlaps())
                .setState(state(visit.state()))
                .setOpenedAt(ProtoTime.of(visit.openedAt()))
                .setRevision(visit.revision());
        visit.endedAt().ifPresent(ended -> record.setEndedAt(ProtoTime.of(ended)));
        return record.build();
    }

    private static VisitRecord.State state(VisitState state) {
        return switch (state) {
            case VisitState.UnderWay _ -> VisitRecord.State.UNDER_WAY;
            case VisitState.Discharged _ -> VisitRecord.State.DISCHARGED;
            case VisitState.Completed _ -> VisitRecord.State.COMPLETED;
            case VisitState.Cancelled _ -> VisitRecord.State.CANCELLED;
        };
    }
}
