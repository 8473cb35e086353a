package id.sidik.eligibility.journey;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.facility.Approval;
import id.sidik.eligibility.facility.Contract;
import id.sidik.eligibility.v1.CareApproval;
import id.sidik.eligibility.v1.FacilityContract;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.wire.rpc.ProtoTime;

/** Says in the words of the contract what was agreed with facilities and approved for members. */
final class FacilityWording {
    private FacilityWording() {}

    static FacilityContract contract(Contract contract) {
        return FacilityContract.newBuilder()
                .setFacilityId(contract.facility().id())
                .setValidFrom(contract.from().toString())
                .setValidUntil(contract.until().toString())
                .setLevel(
                        switch (contract.level()) {
                            case PRIMARY -> FacilityContract.Level.PRIMARY;
                            case ADVANCED -> FacilityContract.Level.ADVANCED;
                        })
                .setFacilityClass(contract.facilityClass())
                .addAllServices(contract.services().stream()
                        .sorted()
                        .map(service -> Purpose.valueOf(service.name()))
                        .toList())
                .addAllProgrammes(contract.programmes().stream()
                        .sorted()
                        .map(Wording::programme)
                        .toList())
                .setRecordedBy(contract.recordedBy())
                .setRecordedAt(ProtoTime.of(contract.recordedAt()))
                .build();
    }

    static CareApproval approval(Approval approval) {
        return CareApproval.newBuilder()
                .setApprovalId(approval.approvalId())
                .setKind(
                        switch (approval.kind()) {
                            case REFERRAL -> CareApproval.Kind.REFERRAL;
                            case EXCEPTION -> CareApproval.Kind.EXCEPTION;
                        })
                .setNumber(approval.number())
                .setNid(approval.nid().wholeDigits())
                .setFacilityId(approval.issuer().id())
                .setToFacilityId(approval.to().map(Facility::id).orElse(""))
                .setService(Purpose.valueOf(approval.service().name()))
                .setValidFrom(approval.from().toString())
                .setValidUntil(approval.until().toString())
                .setVisitsMax(approval.visitsMax())
                .setVisitsMade(approval.visits().size())
                .setWithdrawn(approval.withdrawn())
                .setRecordedBy(approval.recordedBy())
                .setRecordedAt(ProtoTime.of(approval.recordedAt()))
                .build();
    }
}
