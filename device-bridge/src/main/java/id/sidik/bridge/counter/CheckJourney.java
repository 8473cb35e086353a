package id.sidik.bridge.counter;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.device.CaptureSealer;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.session.CaptureOutcome;
import id.sidik.bridge.session.CapturePlan;
import id.sidik.bridge.session.CaptureRunner;
import id.sidik.bridge.session.Impression;
import id.sidik.bridge.site.Site;
import id.sidik.bridge.uplink.Gate;
import id.sidik.bridge.uplink.GateAnswer;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.eligibility.v1.CaptureFault;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.wire.rpc.ProtoTime;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One check: a finger, then the next ones in turn, then all that were captured together, until the gate has settled it; and at last the
 * way to its fallbacks. Whether a finger is known is the gate's word alone.
 */
final class CheckJourney {
    private static final String MISMATCH = "PRESENCE_MISMATCH";
    private static final List<String> ANOTHER_FINGER_MAY_HELP = List.of("QUALITY_TOO_LOW", "NOT_ENROLLED");

    private final CheckRequest request;
    private final CounterPolicy policy;
    private final Gate gate;
    private final Site site;
    private final SampleForm form;
    private final CaptureSealer sealer;
    private final InstantSource clock;
    private final Deadline deadline;
    private final StepTeller teller;
    private final List<Impression> captured = new ArrayList<>();
    private int questions;

    /** @param deadline for the whole journey */
    CheckJourney(
            CheckRequest request,
            CounterPolicy policy,
            Gate gate,
            Site site,
            SampleForm form,
            CaptureSealer sealer,
            InstantSource clock,
            Deadline deadline,
            StepTeller teller) {
        this.request = request;
        this.policy = policy;
        this.gate = gate;
        this.site = site;
        this.form = form;
        this.sealer = sealer;
        this.clock = clock;
        this.deadline = deadline;
        this.teller = teller;
    }

    void run(List<FingerPosition> fingers, CaptureRunner captures) {
        String cause = "";
        Optional<CheckEligibilityResponse> unsettled = Optional.empty();
        Set<FingerPosition> asked = EnumSet.noneOf(FingerPosition.class);
        Deque<FingerPosition> left = new ArrayDeque<>(fingers);
        FingerPosition suggested = FingerPosition.FINGER_POSITION_UNSPECIFIED;
        while (!left.isEmpty()) {
            FingerPosition finger = left.removeFirst();
            asked.add(finger);
            if (unsettled.isPresent()) {
                teller.tellNext(finger, cause, finger == suggested);
            }
            CaptureOutcome outcome = captures.capture(planOf(finger), captureDeadline(), teller::tell);
            Optional<CheckEligibilityResponse> answer = ask(questionAbout(outcome), impressionsOf(outcome));
            if (answer.isEmpty()) {
                return;
            }
            unsettled = answer;
            cause = causeOf(answer.get());
            if (!mayAnotherFingerHelp(answer.get())) {
                tellEnd(answer.get());
                return;
            }
            suggested = answer.get().getSuggestedFinger();
            putFirst(suggested, asked, left);
        }
        if (fingers.isEmpty()) {
            unsettled = ask(question().setCaptureFault(CaptureFault.FINGERS_EXCEPTED), List.of());
        } else if (captured.size() > 1) {
            teller.tellNext(FingerPosition.FINGER_POSITION_UNSPECIFIED, cause, false);
            unsettled = ask(questionOf(captured), captured);
        }
        unsettled.ifPresent(this::tellEnd);
    }

    /** The finger that served this person best before comes next, in the place of one that the request named. */
    private void putFirst(FingerPosition best, Set<FingerPosition> asked, Deque<FingerPosition> left) {
        boolean isCapturable = best != FingerPosition.FINGER_POSITION_UNSPECIFIED
                && best != FingerPosition.UNRECOGNIZED
                && !FingerOrder.without(request.getExceptionsList(), List.of(best))
                        .isEmpty();
        if (left.isEmpty() || asked.contains(best) || !isCapturable) {
            return;
        }
        if (!left.remove(best)) {
            left.removeLast();
        }
        left.addFirst(best);
    }

    private CapturePlan planOf(FingerPosition finger) {
        return questions == 0
                ? policy.planOf(List.of(Contract.of(finger)), request.getPreview())
                : policy.planOf(Contract.of(finger), request.getPreview(), captured);
    }

    private Deadline captureDeadline() {
        return deadline.within(deadline.left().minus(policy.gatePatience()));
    }

    private CheckEligibilityRequest.Builder questionAbout(CaptureOutcome outcome) {
        return switch (outcome) {
            case CaptureOutcome.Completed(List<Impression> impressions) -> {
                captured.addAll(impressions);
                yield questionOf(impressions);
            }
            case CaptureOutcome.Failed(var fault, var _) -> question().setCaptureFault(Contract.of(fault));
        };
    }

    private static List<Impression> impressionsOf(CaptureOutcome outcome) {
        return outcome instanceof CaptureOutcome.Completed(List<Impression> impressions) ? impressions : List.of();
    }

    private CheckEligibilityRequest.Builder questionOf(List<Impression> impressions) {
        CheckEligibilityRequest.Builder question = question();
        impressions.forEach(impression -> question.addSamples(form.of(impression)));
        return question;
    }

    private CheckEligibilityRequest.Builder question() {
        CheckEligibilityRequest.Builder question = CheckEligibilityRequest.newBuilder();
        if (questions == 0 && request.hasQueueSeconds()) {
            question.setQueueSeconds(request.getQueueSeconds()); // she waited once, however many fingers she shows
        }
        return question.setIdempotencyKey(keyOf(questions++))
                .setNid(request.getNid())
                .setCardNumber(request.getCardNumber())
                .setPurpose(request.getPurpose())
                .setFacilityId(policy.facilityId())
                .addAllFingerExceptions(request.getExceptionsList())
                .setCapturedAt(ProtoTime.of(clock.instant()));
    }

    /** Each question of a journey has its own key, and the same journey asked again has the same keys. */
    private String keyOf(int question) {
        String key = request.getIdempotencyKey();
        return question == 0
                ? key
                : UUID.nameUUIDFromBytes((key + "/" + question).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    private Optional<CheckEligibilityResponse> ask(
            CheckEligibilityRequest.Builder question, List<Impression> impressions) {
        return switch (gate.check(sealed(question, impressions))) {
            case GateAnswer.Answered<CheckEligibilityResponse>(var decision) -> Optional.of(decision);
            case GateAnswer.Unreachable<CheckEligibilityResponse>(var detail) -> {
                site.answer(withTemplates(question, impressions))
                        .ifPresentOrElse(teller::tell, () -> teller.tellUnreachable(detail));
                yield Optional.empty();
            }
        };
    }

    private CheckEligibilityRequest sealed(CheckEligibilityRequest.Builder question, List<Impression> impressions) {
        double dpi = impressions.isEmpty() ? 0 : impressions.getFirst().image().dpi();
        question.clearCaptureSeal();
        return question.setCaptureSeal(sealer.seal(question.build(), dpi)).build();
    }

    /** As a site keeps it: pictures would fill its disk and the line. */
    private CheckEligibilityRequest withTemplates(
            CheckEligibilityRequest.Builder question, List<Impression> impressions) {
        question.clearSamples();
        impressions.stream()
                .filter(impression -> impression.template().isPresent())
                .map(SampleForm.template()::of)
                .forEach(question::addSamples);
        if (!impressions.isEmpty() && question.getSamplesCount() == 0) {
            question.setCaptureFault(CaptureFault.QUALITY_TOO_LOW);
        }
        return sealed(question, impressions);
    }

    private void tellEnd(CheckEligibilityResponse decision) {
        if (decision.hasUndetermined() || causeOf(decision).equals(MISMATCH)) {
            teller.tellFallback(decision.getDecisionId());
        }
        teller.tell(decision);
    }

    private static boolean mayAnotherFingerHelp(CheckEligibilityResponse decision) {
        String cause = causeOf(decision);
        return cause.equals(MISMATCH) || ANOTHER_FINGER_MAY_HELP.contains(cause);
    }

    /** What stood in the way first; empty when it was granted. */
    private static String causeOf(CheckEligibilityResponse decision) {
        return switch (decision.getOutcomeCase()) {
            case DENIED -> decision.getDenied().getReasons(0).getName();
            case UNDETERMINED -> decision.getUndetermined().getCause();
            case GRANTED, OUTCOME_NOT_SET -> "";
        };
    }
}
