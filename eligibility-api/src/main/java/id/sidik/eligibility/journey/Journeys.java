package id.sidik.eligibility.journey;

import id.sidik.eligibility.matching.HeldMatcher;
import id.sidik.eligibility.report.Thresholds;
import id.sidik.wire.trust.BridgeAuthority;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** All that the gate does, for every edge to serve. */
public record Journeys(
        EligibilityJourney eligibility,
        PolicyJourney policy,
        SimulationJourney simulation,
        RegistrationJourney registration,
        FingerJourney fingers,
        MemberJourney members,
        EmployerJourney employers,
        AdjudicationJourney adjudication,
        ContributionJourney contributions,
        AccountJourney accounts,
        BulkJourney bulk,
        ClaimJourney claims,
        VisitJourney visits,
        FacilityJourney facilities,
        FallbackJourney fallbacks,
        CardPins pins,
        DeviceJourney devices,
        RecognitionJourney recognition,
        DeduplicationJourney deduplication,
        Registry registry,
        AuditReading audit,
        LogReading transparency,
        ReceiptJourney receipts,
        ReportJourney reports,
        SiteJourney sites,
        ComplaintJourney complaints,
        AuditSearch auditSearch,
        BackupJourney backup,
        SitePackJourney sitePacks,
        ReconciliationJourney reconciliation,
        FleetJourney fleet,
        JoinJourney joining,
        BridgeLifeJourney bridgeLife,
        ProfileJourney profiles,
        AccessRefusals refusals,
        DecisionRecall recall,
        Patients patients,
        OutcomeMeter meter) {

    /**
     * Wires them.
     *
     * @param presenters finds out whose fingers those were that were not the members'
     * @param proof what shows who an officer is, where two have to agree
     * @param thresholds of the reports
     * @param copies where copies of the books are put, on their disk
     * @param codes takes one-time codes to members
     * @param authority makes the certificates of bridges that join
     * @param sightings what these say of themselves
     * @param gatePort where they call with them
     * @param nanoTime as {@link System#nanoTime()}
     */
    public static Journeys of(
            Books books,
            HeldMatcher matcher,
            PolicyBook policies,
            EnrolmentIntents intents,
            OrphanSweep orphans,
            PresenterSearch presenters,
            LogReading transparency,
            OfficerProof proof,
            Thresholds thresholds,
            Path copies,
            CodeOutbox codes,
            BridgeAuthority authority,
            SightingBook sightings,
            IntSupplier gatePort,
            LongSupplier nanoTime) {
        FactGathering gathering = new FactGathering(books, policies);
        FingerEnrolment enrolment = new FingerEnrolment(books, matcher, intents, orphans);
        ReceiptPresence receipts = new ReceiptPresence(books);
        FailureBook failures = new FailureBook(books);
        CaptureGate captures = new CaptureGate(books, failures);
        CardPins pins = new CardPins(books);
        NidTurns turns = new NidTurns();
        OutcomeMeter meter = new OutcomeMeter();
        DataDuplicates duplicates = new DataDuplicates(books);
        Admission admission = new Admission(books, enrolment, duplicates, turns);
        TwoOfficers officers = new TwoOfficers(books, proof);
        Registry registry = new Registry(books);
        RegistrationJourney registration = new RegistrationJourney(books, admission, turns, meter);
        FingerRemoval removal = new FingerRemoval(books, matcher);
        MemberJourney members = new MemberJourney(books, removal, duplicates, officers, turns);
        EmployerJourney employers = new EmployerJourney(books);
        ContributionJourney contributions = new ContributionJourney(books);
        AccessRefusals refusals = new AccessRefusals(books);
        ProfileJourney profiles = new ProfileJourney(books);
        BridgeLifeJourney life = new BridgeLifeJourney(books, authority, profiles, sightings);
        return new Journeys(
                new EligibilityJourney(books, matcher, policies, gathering, captures, presenters, meter, nanoTime),
                new PolicyJourney(books, policies, gathering),
                new SimulationJourney(books, policies, gathering),
                registration,
                new FingerJourney(books, enrolment, removal, duplicates, turns),
                members,
                employers,
                new AdjudicationJourney(books, matcher, registry, admission, duplicates, officers, turns),
                contributions,
                new AccountJourney(books),
                new BulkJourney(books, registration, members, employers, contributions),
                new ClaimJourney(books, receipts),
                new VisitJourney(books, receipts, turns),
                new FacilityJourney(books),
                new FallbackJourney(books, failures, pins, codes, turns),
                pins,
                new DeviceJourney(books),
                new RecognitionJourney(books, matcher),
                new DeduplicationJourney(books, matcher),
                registry,
                new AuditReading(books),
                transparency,
                new ReceiptJourney(books),
                new ReportJourney(books, thresholds),
                new SiteJourney(books),
                new ComplaintJourney(books),
                new AuditSearch(books),
                new BackupJourney(books, matcher, intents, copies),
                new SitePackJourney(books, matcher, policies, gathering),
                new ReconciliationJourney(books, matcher, policies, gathering, captures, presenters),
                new FleetJourney(books, authority, sightings, profiles),
                new JoinJourney(books, authority, gatePort, refusals),
                life,
                profiles,
                refusals,
                new DecisionRecall(books, policies),
                new Patients(books),
                meter);
    }
}
