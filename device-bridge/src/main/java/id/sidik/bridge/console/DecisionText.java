package id.sidik.bridge.console;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.v1.ProvisionalAnswer;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import java.util.stream.Collectors;

/** A decision in one line for people at a terminal. */
public final class DecisionText {
    private DecisionText() {}

    /** For example {@code Denied: ELIG-005 CONTRIBUTIONS_LAPSED}. */
    public static String of(CheckEligibilityResponse decision) {
        String fallback = decision.hasFallback()
                ? ", " + decision.getFallback().getCode() + " "
                        + decision.getFallback().getMethod()
                : "";
        String suggestion = decision.getSuggestedFinger() == FingerPosition.FINGER_POSITION_UNSPECIFIED
                ? ""
                : "; try " + Words.of(decision.getSuggestedFinger());
        return outcome(decision) + fallback + suggestion;
    }

    private static String outcome(CheckEligibilityResponse decision) {
        return switch (decision.getOutcomeCase()) {
            case GRANTED ->
                "Granted: " + decision.getGranted().getBenefit()
                        + (decision.getGranted().getInForceUntil().isEmpty()
                                ? ""
                                : " until " + decision.getGranted().getInForceUntil());
            case DENIED ->
                decision.getDenied().getReasonsList().stream()
                        .map(reason -> reason.getCode() + " " + reason.getName())
                        .collect(Collectors.joining(", ", "Denied: ", ""));
            case UNDETERMINED -> "Undetermined: " + decision.getUndetermined().getCause();
            case OUTCOME_NOT_SET -> throw new IllegalStateException("the gate gave no outcome");
        };
    }

    /** For example {@code Provisionally granted: JKN until 2026-12-31}. */
    public static String of(ProvisionalAnswer answer) {
        return switch (answer.getOutcomeCase()) {
            case GRANTED ->
                "Provisionally granted: " + answer.getGranted().getBenefit() + " until "
                        + answer.getGranted().getInForceUntil();
            case REFERRED -> "Without network: " + answer.getReferred().getCause();
            case OUTCOME_NOT_SET -> throw new IllegalStateException("the bridge gave no outcome");
        };
    }
}
