package id.sidik.bridge.console.demo;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.counter.SampleForm;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.bridge.v1.RegisterRequest;
import id.sidik.eligibility.v1.GetMemberRequest;
import id.sidik.eligibility.v1.IdentifyMemberRequest;
import id.sidik.eligibility.v1.MemberCandidate;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.eligibility.v1.Segment;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** What can be done at the counter and at the officer's desk, on the running services. */
final class Stage {
    private static final FingerPosition FINGER = FingerPosition.RIGHT_INDEX;
    private static final int IMPRESSIONS = 2;
    private static final long AMOUNT_RUPIAH = 150_000;
    private static final long JOURNEY_SECONDS_MAX = 60;

    private final Services services;
    private final VirtualScanner scanner;

    Stage(Services services, VirtualScanner scanner) {
        this.services = services;
        this.scanner = scanner;
    }

    /** Registers through the bridge, over the serial line. */
    Journey register(String nid, String name, Hand hand) {
        return follow(
                hand,
                services.bridge()
                        .withDeadlineAfter(JOURNEY_SECONDS_MAX, TimeUnit.SECONDS)
                        .register(RegisterRequest.newBuilder()
                                .setIdempotencyKey(newKey())
                                .setNid(nid)
                                .setFullName(name)
                                .setSegment(Segment.WAGE_EARNER)
                                .addFingers(FINGER)
                                .setImpressionsPerFinger(IMPRESSIONS)
                                .setBiometricConsent(true)
                                .build()));
    }

    /** Asks for admission to a hospital at the counter. */
    Journey check(String nid, Hand hand) {
        return follow(
                hand,
                services.bridge()
                        .withDeadlineAfter(JOURNEY_SECONDS_MAX, TimeUnit.SECONDS)
                        .check(CheckRequest.newBuilder()
                                .setIdempotencyKey(newKey())
                                .setNid(nid)
                                .setPurpose(Purpose.HOSPITAL_ADMISSION)
                                .setFinger(FINGER)
                                .build()));
    }

    /** Records health contributions for a month. The key is that of the payment, so that playing twice pays once. */
    void contribute(String nid, YearMonth period) {
        services.gate()
                .recordContribution(RecordContributionRequest.newBuilder()
                        .setIdempotencyKey("demo-" + nid + "-JKN-" + period)
                        .setNid(nid)
                        .setProgramme(Programme.JKN)
                        .setPeriod(period.toString())
                        .setAmountRupiah(AMOUNT_RUPIAH)
                        .setChannel("bank-transfer")
                        .build());
    }

    boolean isRegistered(String nid) {
        try {
            services.gate().getMember(GetMemberRequest.newBuilder().setNid(nid).build());
            return true;
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    /** The NIDs that a finger belongs to, best first. */
    List<String> identify(Hand hand) {
        return services
                .gate()
                .identifyMember(IdentifyMemberRequest.newBuilder()
                        .addSamples(SampleForm.of(FINGER, hand.press()))
                        .setCandidatesMax(5)
                        .build())
                .getCandidatesList()
                .stream()
                .map(MemberCandidate::getNid)
                .toList();
    }

    private Journey follow(Hand hand, Iterator<JourneyStep> steps) {
        return new VirtualPerson(scanner, hand).follow(steps);
    }

    private static String newKey() {
        return "demo-" + UUID.randomUUID();
    }
}
