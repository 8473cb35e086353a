package id.sidik.benchmarks.capture;

import id.sidik.benchmarks.load.Members;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.counter.SampleForm;
import id.sidik.eligibility.v1.EligibilityServiceGrpc.EligibilityServiceBlockingStub;
import id.sidik.eligibility.v1.Programme;
import id.sidik.eligibility.v1.RecordContributionRequest;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.eligibility.v1.Segment;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.synthesis.SyntheticFinger;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.LongStream;

/** Members with one synthetic finger each, who come to the counter one after another, each time with another touch of it. */
final class Visitors {
    static final FingerPosition FINGER = FingerPosition.RIGHT_INDEX;
    private static final long RUPIAH = 42_000;

    private final List<SyntheticFinger> fingers;
    private int visits;

    /** Somebody at the counter. */
    record Visit(String nid, FingerImage finger) {}

    private Visitors(List<SyntheticFinger> fingers) {
        this.fingers = fingers;
    }

    /** Registers so many of them, for whom the month is paid. A finger takes a quarter of a second. */
    static Visitors register(
            int count,
            long seed,
            EligibilityServiceBlockingStub counter,
            EligibilityServiceBlockingStub operator,
            YearMonth month) {
        Visitors visitors = new Visitors(LongStream.range(seed, seed + count)
                .mapToObj(SyntheticFinger::of)
                .toList());
        for (int member = 0; member < count; member++) {
            if (!counter.registerMember(visitors.registration(member)).hasRegistered()) {
                throw new IllegalStateException("the gate holds or refuses member " + member + " of seed " + seed);
            }
            var _ = operator.recordContribution(contribution(member, month));
        }
        return visitors;
    }

    Visit next() {
        int member = visits % fingers.size();
        int touch = 1 + visits / fingers.size();
        visits++;
        return new Visit(Members.nid(member), fingers.get(member).impression(touch));
    }

    private RegisterMemberRequest registration(int member) {
        return RegisterMemberRequest.newBuilder()
                .setIdempotencyKey("capture-register-" + member)
                .setNid(Members.nid(member))
                .setFullName(Members.name(member))
                .setSegment(Segment.INFORMAL)
                .addSamples(SampleForm.of(FINGER, fingers.get(member).impression(0)))
                .setBiometricConsent(true)
                .build();
    }

    private static RecordContributionRequest contribution(int member, YearMonth month) {
        return RecordContributionRequest.newBuilder()
                .setIdempotencyKey("capture-contribution-" + member)
                .setNid(Members.nid(member))
                .setProgramme(Programme.JKN)
                .setPeriod(month.toString())
                .setAmountRupiah(RUPIAH)
                .setChannel("bank-transfer")
                .build();
    }
}
