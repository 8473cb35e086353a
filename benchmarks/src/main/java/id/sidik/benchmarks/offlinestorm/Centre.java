package id.sidik.benchmarks.offlinestorm;

import com.google.protobuf.ByteString;
import id.sidik.benchmarks.gate.SimulatedGate;
import id.sidik.benchmarks.load.Members;
import id.sidik.benchmarks.processes.ServiceChild;
import id.sidik.eligibility.journey.Caller;
import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.journey.Patience;
import id.sidik.eligibility.v1.AdmitSiteRequest;
import id.sidik.eligibility.v1.ExpectMembersRequest;
import id.sidik.eligibility.v1.IssueSitePackRequest;
import id.sidik.eligibility.v1.IssueSitePackResponse;
import id.sidik.eligibility.v1.ListReconciledRequest;
import id.sidik.eligibility.v1.ListReconciledResponse;
import id.sidik.eligibility.v1.OfflineSite;
import id.sidik.eligibility.v1.OfflineTerms;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.PurposeStake;
import id.sidik.eligibility.v1.ReconcileProvisionalRequest;
import id.sidik.eligibility.v1.ReconciledCheck;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.eligibility.v1.Segment;
import id.sidik.eligibility.v1.WithdrawFingersRequest;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.wire.trust.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The gate on real books and a real matcher, with a clock of the storm's. */
final class Centre implements AutoCloseable {
    static final String FACILITY = "PKM-PULAU-1";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final SimulatedGate gate;
    private final Journeys journeys;

    /** @param data the matcher's, too */
    Centre(Path data, ServiceChild matcher, InstantSource clock) throws IOException {
        this.clock = clock;
        this.gate = new SimulatedGate(data, matcher, clock);
        this.journeys = gate.journeys();
    }

    private static Caller caller(Role role) {
        return new Caller(role, Patience.of(PATIENCE, System::nanoTime));
    }

    /** Registers a member with fingers, for whom this month is paid. */
    void register(String nid, String name, List<FingerTemplate> fingers) {
        boolean registered = journeys.registration()
                .register(
                        RegisterMemberRequest.newBuilder()
                                .setIdempotencyKey("register-" + nid)
                                .setNid(nid)
                                .setFullName(name)
                                .setSegment(Segment.WAGE_EARNER)
                                .addAllSamples(
                                        fingers.stream().map(Members::sample).toList())
                                .setBiometricConsent(true)
                                .build(),
                        caller(Role.OPERATOR))
                .hasRegistered();
        if (!registered) {
            throw new IllegalStateException("a synthetic person looks like another; choose another seed");
        }
        var _ = journeys.contributions()
                .record(
                        RecordContributionRequest.newBuilder()
                                .setIdempotencyKey("pay-" + nid)
                                .setNid(nid)
                                .setProgramme(Programme.JKN)
                                .setPeriod(YearMonth.from(clock.instant().atZone(SimulatedGate.ZONE))
                                        .toString())
                                .setAmountRupiah(150_000)
                                .setChannel("bank-transfer")
                                .build(),
                        caller(Role.OPERATOR));
    }

    void withdraw(String nid) {
        var _ = journeys.fingers()
                .withdraw(
                        WithdrawFingersRequest.newBuilder()
                                .setIdempotencyKey("withdraw-" + nid)
                                .setNid(nid)
                                .setReason("while the site was cut off")
                                .build(),
                        caller(Role.OPERATOR));
    }

    /** Lets the site answer, and says whom it expects. */
    void admit(ByteString packKey, List<String> nids) {
        var _ = journeys.sitePacks()
                .put(
                        AdmitSiteRequest.newBuilder()
                                .setIdempotencyKey("put-site")
                                .setSite(OfflineSite.newBuilder()
                                        .setFacilityId(FACILITY)
                                        .setPackKey(packKey)
                                        .setValidHours(24)
                                        .setTerms(terms()))
                                .build(),
                        caller(Role.OPERATOR));
        var _ = journeys.sitePacks()
                .expect(
                        ExpectMembersRequest.newBuilder()
                                .setIdempotencyKey("expect-all")
                                .setFacilityId(FACILITY)
                                .addAllNids(nids)
                                .build(),
                        caller(Role.OPERATOR));
    }

    /** Wide, so that the storm meets grants to its end; some bounds are met all the same. */
    private static OfflineTerms terms() {
        return OfflineTerms.newBuilder()
                .addStakes(PurposeStake.newBuilder()
                        .setPurpose(Purpose.HOSPITAL_ADMISSION)
                        .setRupiah(200_000))
                .setGrantsPerPersonDay(40)
                .setAttemptsPerPersonDay(60)
                .setGrantsPerSiteDay(10_000)
                .setRupiahPerPersonDay(100_000_000)
                .setRupiahPerSiteDay(1_000_000_000)
                .setTargetFmr(1e-5)
                .build();
    }

    IssueSitePackResponse issue() {
        return journeys.sitePacks()
                .issue(IssueSitePackRequest.newBuilder().setFacilityId(FACILITY).build(), caller(Role.BRIDGE));
    }

    /** The last sequence that is in the books. */
    long reconcile(List<ByteString> entries) {
        return journeys.reconciliation()
                .reconcile(
                        ReconcileProvisionalRequest.newBuilder()
                                .setFacilityId(FACILITY)
                                .addAllEntries(entries)
                                .build(),
                        caller(Role.BRIDGE))
                .getReconciledList()
                .getLast()
                .getSequence();
    }

    /** All that ever came. */
    List<ReconciledCheck> reconciled() {
        List<ReconciledCheck> all = new ArrayList<>();
        String token = "";
        do {
            ListReconciledResponse page = journeys.reconciliation()
                    .list(
                            ListReconciledRequest.newBuilder()
                                    .setFacilityId(FACILITY)
                                    .setPageSize(200)
                                    .setPageToken(token)
                                    .build(),
                            caller(Role.AUDITOR));
            all.addAll(page.getChecksList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return all;
    }

    @Override
    public void close() {
        gate.close();
    }
}
