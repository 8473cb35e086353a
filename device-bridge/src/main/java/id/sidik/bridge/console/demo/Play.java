package id.sidik.bridge.console.demo;

import id.sidik.bridge.console.AuditReplay;
import id.sidik.bridge.console.DecisionText;
import id.sidik.bridge.console.Services;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.GetAuditHeadRequest;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.CompactJws;
import id.sidik.wire.proof.Ed25519;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The journeys, from the first enrolment to the check of the audit log. */
final class Play {
    private static final double MICROS_PER_MILLI = 1e3;
    private static final int MONTHS_LAPSED = 7;

    private final Stage stage;
    private final Services services;
    private final VirtualScanner scanner;
    private final Cast cast;
    private final YearMonth thisMonth;
    private final List<Scene> scenes = new ArrayList<>();
    private String firstReceipt = "";

    Play(Stage stage, Services services, VirtualScanner scanner, Cast cast, YearMonth thisMonth) {
        this.stage = stage;
        this.services = services;
        this.scanner = scanner;
        this.cast = cast;
        this.thisMonth = thisMonth;
    }

    /** Plays everything, in order; ends early when somebody could not be enrolled, for the rest stands on that. */
    List<Scene> all() {
        DemoMember.CAST.forEach(this::enrol);
        if (!scenes.stream().allMatch(Scene::asExpected)) {
            return List.copyOf(scenes);
        }
        DemoMember.CAST.forEach(this::payContributions);
        theRightFinger();
        anotherPersonsFinger();
        lapsedContributions();
        anUnknownNumber();
        aSecondNumberForOneFinger();
        aScannerUnpluggedInMidImage();
        theScannerPluggedInAgain();
        theAuditLog();
        return List.copyOf(scenes);
    }

    /** The receipt of the first decision that was granted. */
    String firstReceipt() {
        return firstReceipt;
    }

    private void enrol(DemoMember member) {
        if (stage.isRegistered(member.nid())) {
            add("enrol " + member.name(), "Registered earlier, in this folder", "Registered", Map.of());
            return;
        }
        Journey journey = stage.register(member.nid(), member.name(), cast.handOf(member));
        add("enrol " + member.name(), textOf(journey.last()), "Registered", millisOf(journey));
    }

    private void payContributions(DemoMember member) {
        YearMonth last = member.equals(DemoMember.LAPSED) ? thisMonth.minusMonths(MONTHS_LAPSED) : thisMonth;
        stage.contribute(member.nid(), last.minusMonths(1));
        stage.contribute(member.nid(), last);
    }

    private void theRightFinger() {
        DemoMember member = DemoMember.CAST.getFirst();
        Journey journey = check("the right finger", member.nid(), member, "Granted");
        firstReceipt = journey.last().getDecision().getReceipt();
        String pem = services.gate()
                .getAuditHead(GetAuditHeadRequest.getDefaultInstance())
                .getReceiptPublicKeyPem();
        CompactJws.verify(firstReceipt, Ed25519.fromPem(pem));
        add("its receipt, with the public key alone", "Genuine", "Genuine", Map.of());
    }

    private void anotherPersonsFinger() {
        check("another person's finger", DemoMember.CAST.getFirst().nid(), DemoMember.CAST.get(1), "Denied: BIO-003");
    }

    private void lapsedContributions() {
        check("the right finger, contributions lapsed", DemoMember.LAPSED.nid(), DemoMember.LAPSED, "Denied: ELIG-");
    }

    private void anUnknownNumber() {
        check("an NID that nobody has", DemoMember.UNKNOWN_NID, DemoMember.CAST.get(4), "Denied: ELIG-001");
    }

    private void aSecondNumberForOneFinger() {
        DemoMember member = DemoMember.CAST.get(3);
        Hand hand = cast.handOf(member);
        Journey journey = stage.register(DemoMember.SECOND_NID, "Somebody Else", hand);
        add("a second NID for an enrolled finger", textOf(journey.last()), "Held", millisOf(journey));
        boolean nothingEnrolled = !stage.isRegistered(DemoMember.SECOND_NID)
                && stage.identify(hand).equals(List.of(member.nid()));
        add(
                "and nothing was registered or enrolled",
                nothingEnrolled ? "True: unknown NID, finger known once" : "False",
                "True",
                Map.of());
    }

    private void aScannerUnpluggedInMidImage() {
        scanner.unplugInMidImage();
        DemoMember member = DemoMember.CAST.get(5);
        check("scanner unplugged in mid-image", member.nid(), member, "Undetermined: SCANNER_UNPLUGGED");
    }

    private void theScannerPluggedInAgain() {
        scanner.plug();
        DemoMember member = DemoMember.CAST.get(5);
        check("the scanner plugged in again", member.nid(), member, "Granted");
    }

    private void theAuditLog() {
        Checkpoint head = AuditReplay.verify(services.gate(), Optional.empty(), Optional.empty());
        add("the audit log, rebuilt from its events", "Holds: " + head.size() + " events", "Holds", Map.of());
    }

    private Journey check(String title, String nid, DemoMember whose, String expected) {
        Journey journey = stage.check(nid, cast.handOf(whose));
        add(title, textOf(journey.last()), expected, millisOf(journey));
        return journey;
    }

    private void add(String title, String answer, String expected, Map<String, Double> millis) {
        scenes.add(new Scene(title, answer, expected, millis));
    }

    private static String textOf(JourneyStep last) {
        return switch (last.getStepCase()) {
            case DECISION -> DecisionText.of(last.getDecision());
            case REGISTRATION ->
                switch (last.getRegistration().getOutcomeCase()) {
                    case REGISTERED -> "Registered";
                    case HELD -> "Held for adjudication";
                    case TOO_POOR -> "Too poor";
                    case OUTCOME_NOT_SET -> "No outcome";
                };
            case CAPTURE_FAILED -> "No capture: " + last.getCaptureFailed().getFault();
            case GATE_UNREACHABLE ->
                "Gate unreachable: " + last.getGateUnreachable().getDetail();
            case PROMPT, TRANSFER, CAPTURED, FRAME, NEXT_FINGER, FALLBACK_OFFERED, STEP_NOT_SET ->
                "No answer: ended with " + last.getStepCase();
            case PROVISIONAL -> DecisionText.of(last.getProvisional());
        };
    }

    private static Map<String, Double> millisOf(Journey journey) {
        Map<String, Double> millis = new LinkedHashMap<>();
        journey.captureMillis().ifPresent(value -> millis.put("capture", (double) value));
        journey.transferMillis().ifPresent(value -> millis.put("transfer", (double) value));
        CheckEligibilityResponse decision = journey.last().getDecision();
        decision.getTimingsList()
                .forEach(timing -> millis.merge(timing.getStage(), timing.getMicros() / MICROS_PER_MILLI, Double::sum));
        millis.put("total", (double) journey.totalMillis());
        return millis;
    }
}
