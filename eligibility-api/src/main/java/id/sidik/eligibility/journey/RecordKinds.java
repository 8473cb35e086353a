package id.sidik.eligibility.journey;

import id.sidik.eligibility.complaint.ComplaintBody;
import id.sidik.eligibility.contribution.ContributionBody;
import id.sidik.eligibility.decision.DecisionBody;
import id.sidik.eligibility.member.CaseBody;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.policy.KeptPolicy;
import id.sidik.eligibility.policy.KeptRuling;
import id.sidik.eligibility.receipt.Revocation;
import id.sidik.eligibility.records.RecordKind;
import id.sidik.eligibility.report.EventBodies;
import java.util.List;

/** Every kind of record in the books. A new one is a line here. */
public final class RecordKinds {
    /** One for each table; no two have the same name or tag. Tags a, i, l, s and x are the store's own. */
    public static final List<RecordKind<?>> ALL = List.of(
            MemberBody.KIND, // m
            ContributionBody.KIND, // c
            DecisionBody.KIND, // d
            CaseBody.KIND, // k
            Revocation.KIND, // v
            EventBodies.PRESENCES, // 1
            EventBodies.VISITS, // 2
            EventBodies.CLAIMS, // 3
            EventBodies.FALLBACKS, // 4
            EventBodies.REGISTRATIONS, // 5
            EventBodies.DEATHS, // 6
            EventBodies.SITES, // 7
            EventBodies.STAFF_PRINTS, // 8
            ComplaintBody.KIND, // 9
            KeptRuling.KIND, // R
            KeptPolicy.KIND); // P

    private RecordKinds() {}
}
