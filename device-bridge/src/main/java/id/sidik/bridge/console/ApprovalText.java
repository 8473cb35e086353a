package id.sidik.bridge.console;

import id.sidik.eligibility.v1.CareApproval;

/** Approvals as lines. */
final class ApprovalText {
    private ApprovalText() {}

    static String of(CareApproval approval) {
        return approval.getApprovalId() + "  " + Words.of(approval.getKind()) + " " + approval.getNumber() + " of "
                + approval.getFacilityId() + ": " + Words.of(approval.getService())
                + (approval.getToFacilityId().isEmpty() ? "" : " at " + approval.getToFacilityId())
                + ", " + approval.getValidFrom() + " to " + approval.getValidUntil() + ", "
                + approval.getVisitsMade() + " of " + approval.getVisitsMax() + " visits made"
                + (approval.getWithdrawn() ? ", withdrawn" : "");
    }
}
