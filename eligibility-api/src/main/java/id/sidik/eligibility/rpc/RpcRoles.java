package id.sidik.eligibility.rpc;

import static id.sidik.wire.trust.Role.AUDITOR;
import static id.sidik.wire.trust.Role.BRIDGE;
import static id.sidik.wire.trust.Role.OPERATOR;

import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.wire.rpc.RoleTable;

/** Who may call what, as {@code eligibility.proto} says. */
public final class RpcRoles {
    public static final RoleTable TABLE = RoleTable.builder()
            .allow(EligibilityServiceGrpc.getRegisterMemberMethod(), BRIDGE, OPERATOR)
            .allow(EligibilityServiceGrpc.getEnrolFingersMethod(), BRIDGE, OPERATOR)
            .allow(EligibilityServiceGrpc.getCheckEligibilityMethod(), BRIDGE, OPERATOR)
            .allow(EligibilityServiceGrpc.getRecordContributionMethod(), OPERATOR)
            .allow(EligibilityServiceGrpc.getVerifyMemberMethod(), OPERATOR)
            .allow(EligibilityServiceGrpc.getIdentifyMemberMethod(), OPERATOR)
            .allow(EligibilityServiceGrpc.getWithdrawFingersMethod(), OPERATOR)
            .allow(EligibilityServiceGrpc.getGetMemberMethod(), OPERATOR)
            .allow(EligibilityServiceGrpc.getListAdjudicationCasesMethod(), OPERATOR)
            .allow(EligibilityServiceGrpc.getDeduplicateMembersMethod(), AUDITOR, OPERATOR)
            .allow(EligibilityServiceGrpc.getReadAuditMethod(), AUDITOR, OPERATOR)
            .allow(EligibilityServiceGrpc.getGetAuditHeadMethod(), BRIDGE, OPERATOR, AUDITOR)
            .build();

    private RpcRoles() {}
}
