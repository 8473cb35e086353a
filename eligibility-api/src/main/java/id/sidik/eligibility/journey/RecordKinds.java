package id.sidik.eligibility.journey;

import id.sidik.eligibility.claim.ClaimBody;
import id.sidik.eligibility.complaint.ComplaintBody;
import id.sidik.eligibility.contribution.ContributionBody;
import id.sidik.eligibility.decision.DecisionBody;
import id.sidik.eligibility.employer.EmployerBody;
import id.sidik.eligibility.facility.ApprovalBody;
import id.sidik.eligibility.facility.ContractBody;
import id.sidik.eligibility.fallback.CardPin;
import id.sidik.eligibility.fallback.FallbackBody;
import id.sidik.eligibility.fallback.FallbackUse;
import id.sidik.eligibility.fallback.OneTimeCode;
import id.sidik.eligibility.fleet.Bridge;
import id.sidik.eligibility.fleet.BridgeProfile;
import id.sidik.eligibility.fleet.Invitation;
import id.sidik.eligibility.lockout.Watched;
import id.sidik.eligibility.member.Block;
import id.sidik.eligibility.member.CardBody;
import id.sidik.eligibility.member.CaseBody;
import id.sidik.eligibility.member.ConsentBody;
import id.sidik.eligibility.member.DependantBody;
import id.sidik.eligibility.member.DistinctPairBody;
import id.sidik.eligibility.member.EmploymentBody;
import id.sidik.eligibility.member.HeldPrints;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.member.MergeLinkBody;
import id.sidik.eligibility.member.ProfileBody;
import id.sidik.eligibility.member.ProposalBody;
import id.sidik.eligibility.member.RegistrationBody;
import id.sidik.eligibility.member.StatusChangeBody;
import id.sidik.eligibility.policy.KeptPolicy;
import id.sidik.eligibility.policy.KeptRuling;
import id.sidik.eligibility.presence.Device;
import id.sidik.eligibility.presence.FingerMemory;
import id.sidik.eligibility.presence.ReceiptUseBody;
import id.sidik.eligibility.presence.SampleSeen;
import id.sidik.eligibility.receipt.Revocation;
import id.sidik.eligibility.records.RecordKind;
import id.sidik.eligibility.report.EventBodies;
import id.sidik.eligibility.sitepack.IssuedPack;
import id.sidik.eligibility.sitepack.ReconciledEntryBody;
import id.sidik.eligibility.sitepack.Roster;
import id.sidik.eligibility.sitepack.SiteBody;
import id.sidik.eligibility.visit.VisitBody;
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
            EventBodies.SHARED_FINGERS, // 0
            EventBodies.PRESENCES, // 1
            EventBodies.VISITS, // 2
            EventBodies.CLAIMS, // 3
            EventBodies.FALLBACKS, // 4
            EventBodies.REGISTRATIONS, // 5
            EventBodies.DEATHS, // 6
            EventBodies.SITES, // 7
            EventBodies.STAFF_PRINTS, // 8
            ComplaintBody.KIND, // 9
            KeptRuling.KIND, // F
            KeptPolicy.KIND, // L
            CaseBody.OPENINGS, // K
            CaseBody.DECIDED, // V
            HeldPrints.KIND, // S
            ProfileBody.KIND, // P
            CardBody.KIND, // g
            DependantBody.KIND, // D
            EmploymentBody.KIND, // E
            EmploymentBody.WORKERS, // w
            ConsentBody.KIND, // C
            StatusChangeBody.KIND, // h
            MergeLinkBody.KIND, // M
            MergeLinkBody.ABSORBED, // A
            DistinctPairBody.KIND, // N
            ProposalBody.KIND, // O
            Block.KIND, // B
            RegistrationBody.KIND, // R
            EmployerBody.KIND, // e
            ContributionBody.CHANNEL_DAYS, // y
            ImportProgress.KIND, // I
            ReceiptUseBody.KIND, // U
            ClaimBody.KIND, // Z
            VisitBody.KIND, // T
            ContractBody.KIND, // t
            ApprovalBody.KIND, // u
            FallbackBody.KIND, // G
            FallbackUse.KIND, // f
            CardPin.KIND, // p
            OneTimeCode.KIND, // o
            Watched.Kept.KIND, // q
            FingerMemory.KIND, // b
            Device.KIND, // j
            SampleSeen.KIND, // r
            SiteBody.KIND, // H
            Roster.KIND, // Q
            IssuedPack.KIND, // W
            ReconciledEntryBody.KIND, // J
            Invitation.KIND, // n
            Bridge.KIND, // z
            BridgeProfile.KIND); // Y

    private RecordKinds() {}
}
