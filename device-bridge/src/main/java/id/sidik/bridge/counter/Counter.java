package id.sidik.bridge.counter;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.device.CaptureSealer;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.session.CaptureOutcome;
import id.sidik.bridge.session.CaptureRunner;
import id.sidik.bridge.session.Impression;
import id.sidik.bridge.site.Site;
import id.sidik.bridge.uplink.Gate;
import id.sidik.bridge.uplink.GateAnswer;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.bridge.v1.RegisterRequest;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.wire.rpc.ProtoTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * The journeys at one counter. Each begins with a finger and ends with the gate's word: a capture that failed is put before the
 * gate as well, so that the refusal is decided, audited and receipted in one place.
 */
public final class Counter {
    static final int FINGERS_MAX = 10;
    static final int IMPRESSIONS_PER_FINGER_MAX = 4;

    /** Six hours, as the gate has it. */
    private static final int QUEUE_SECONDS_MAX = 21_600;

    /** Only the form: whether such a number can be is for the gate to say. */
    private static final Pattern NID_FORM = Pattern.compile("[0-9]{16}");

    private static final Pattern CARD_FORM = Pattern.compile("[0-9]{13}|[0-9]{11}");

    private final CaptureRunner captures;
    private final Gate gate;
    private final Site site;
    private final SampleForm form;
    private final CaptureSealer sealer;
    private final CounterPolicy policy;
    private final InstantSource clock;
    private final LongSupplier nanoTime;

    /**
     * A counter.
     *
     * @param site answers when the gate cannot be asked
     * @param clock says when a finger left the glass
     * @param nanoTime a monotonic clock in nanoseconds
     */
    public Counter(
            CaptureRunner captures,
            Gate gate,
            Site site,
            SampleForm form,
            CaptureSealer sealer,
            CounterPolicy policy,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.captures = captures;
        this.gate = gate;
        this.site = site;
        this.form = form;
        this.sealer = sealer;
        this.policy = policy;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * Captures a finger, or several in turn, and asks the gate. The last step carries the decision, or says that nobody answered.
     *
     * @param patience for the whole journey
     * @param steps hears every step, on this thread
     * @throws JourneyRefusedException when the request cannot be one
     * @throws id.sidik.bridge.session.ScannerBusyException while another journey holds the scanner
     * @throws id.sidik.bridge.uplink.GateRefusedException when the gate would not take the question
     */
    public void check(CheckRequest request, Duration patience, Consumer<? super JourneyStep> steps) {
        requireInService();
        requirePerson(request);
        requireQueue(request);
        if (request.getPurpose() == Purpose.PURPOSE_UNSPECIFIED || request.getPurpose() == Purpose.UNRECOGNIZED) {
            throw new JourneyRefusedException("PURPOSE_MISSING", "say what the person wants to be served with");
        }
        List<FingerPosition> fingers = FingerOrder.of(request);
        new CheckJourney(
                        request,
                        policy,
                        gate,
                        site,
                        form,
                        sealer,
                        clock,
                        Deadline.after(patience, nanoTime),
                        new StepTeller(steps, nanoTime))
                .run(fingers, captures);
    }

    /**
     * Captures fingers and registers the member. The last step carries the outcome; after a failed capture nothing is registered.
     * Throws as {@link #check} does.
     */
    public void register(RegisterRequest request, Duration patience, Consumer<? super JourneyStep> steps) {
        requireInService();
        requireNid(request.getNid());
        List<FingerPosition> fingers = fingersOf(request);
        if (!request.getBiometricConsent()) {
            throw new JourneyRefusedException(
                    "CONSENT_MISSING", "no finger is captured for enrolment without the person's consent");
        }
        StepTeller teller = new StepTeller(steps, nanoTime);
        if (capture(request, fingers, patience, teller)
                instanceof CaptureOutcome.Completed(List<Impression> impressions)) {
            switch (gate.register(registration(request, impressions))) {
                case GateAnswer.Answered<id.sidik.eligibility.v1.RegisterMemberResponse>(var registration) ->
                    teller.tell(registration);
                case GateAnswer.Unreachable<id.sidik.eligibility.v1.RegisterMemberResponse>(var detail) ->
                    teller.tellUnreachable(detail);
            }
        }
    }

    private RegisterMemberRequest registration(RegisterRequest request, List<Impression> impressions) {
        RegisterMemberRequest.Builder member = RegisterMemberRequest.newBuilder()
                .setIdempotencyKey(request.getIdempotencyKey())
                .setNid(request.getNid())
                .setFullName(request.getFullName())
                .setSegment(request.getSegment())
                .setFacilityId(policy.facilityId())
                .setBiometricConsent(true);
        impressions.forEach(impression -> member.addSamples(form.of(impression)));
        double dpi = impressions.getFirst().image().dpi();
        return member.setCaptureSeal(sealer.seal(member.build(), ProtoTime.of(clock.instant()), dpi))
                .build();
    }

    private CaptureOutcome capture(
            RegisterRequest request, List<FingerPosition> fingers, Duration patience, StepTeller teller) {
        return captures.capture(
                policy.planOf(fingers.stream().map(Contract::of).toList(), request.getPreview()),
                Deadline.after(patience.minus(policy.gatePatience()), nanoTime),
                teller::tell);
    }

    private static List<FingerPosition> fingersOf(RegisterRequest request) {
        int impressions = Math.max(1, request.getImpressionsPerFinger());
        if (request.getFingersCount() == 0
                || request.getFingersCount() > FINGERS_MAX
                || impressions > IMPRESSIONS_PER_FINGER_MAX
                || request.getFingersList().contains(FingerPosition.UNRECOGNIZED)) {
            throw new JourneyRefusedException(
                    "FINGERS_INVALID",
                    String.format(
                            Locale.ROOT,
                            "name 1 to %d fingers, with 1 to %d impressions each",
                            FINGERS_MAX,
                            IMPRESSIONS_PER_FINGER_MAX));
        }
        List<FingerPosition> left = FingerOrder.without(request.getExceptionsList(), request.getFingersList());
        if (left.isEmpty()) {
            throw new JourneyRefusedException(
                    "EXCEPTIONS_INVALID", "no finger is left to enrol; register the member without fingers");
        }
        return left.stream()
                .flatMap(finger -> Collections.nCopies(impressions, finger).stream())
                .toList();
    }

    /** Nobody gives a finger to a bridge that may do nothing with it. */
    private void requireInService() {
        if (site.isTurnedAway()) {
            throw new JourneyRefusedException(
                    "BRIDGE_REVOKED", "the institution has turned this bridge away for good; people see an officer");
        }
    }

    private static void requirePerson(CheckRequest request) {
        if (request.getCardNumber().isEmpty()) {
            requireNid(request.getNid());
        } else if (!request.getNid().isEmpty()
                || !CARD_FORM.matcher(request.getCardNumber()).matches()) {
            throw new JourneyRefusedException(
                    "CARD_NUMBER_INVALID",
                    "a card's number has 13 digits (JKN) or 11 (KPJ), and comes without an NID; this one has "
                            + request.getCardNumber().length() + " characters");
        }
    }

    private static void requireQueue(CheckRequest request) {
        if (Integer.compareUnsigned(request.getQueueSeconds(), QUEUE_SECONDS_MAX) > 0) {
            throw new JourneyRefusedException(
                    "QUEUE_SECONDS_INVALID",
                    "queue_seconds is at most " + QUEUE_SECONDS_MAX + ", six hours: "
                            + Integer.toUnsignedString(request.getQueueSeconds()));
        }
    }

    private static void requireNid(String nid) {
        if (!NID_FORM.matcher(nid).matches()) {
            throw new JourneyRefusedException(
                    "NID_INVALID", "an NID has 16 digits, this one has " + nid.length() + " characters");
        }
    }
}
