package id.sidik.bridge.counter;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.bridge.scanner.FaultText;
import id.sidik.bridge.session.CaptureStep;
import id.sidik.bridge.v1.CaptureFailed;
import id.sidik.bridge.v1.Captured;
import id.sidik.bridge.v1.FallbackOffered;
import id.sidik.bridge.v1.Frame;
import id.sidik.bridge.v1.GateUnreachable;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.bridge.v1.NextFinger;
import id.sidik.bridge.v1.Prompt;
import id.sidik.bridge.v1.ProvisionalAnswer;
import id.sidik.bridge.v1.TransferProgress;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.engine.image.FingerImage;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells the steps of one journey, each with the milliseconds since it began. */
final class StepTeller {
    private final Consumer<? super JourneyStep> listener;
    private final LongSupplier nanoTime;
    private final long startNanos;

    StepTeller(Consumer<? super JourneyStep> listener, LongSupplier nanoTime) {
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
    }

    void tell(CaptureStep step) {
        switch (step) {
            case CaptureStep.Prompt prompt ->
                tell(JourneyStep.newBuilder()
                        .setPrompt(Prompt.newBuilder()
                                .setGuidance(Contract.of(prompt.guidance()))
                                .setFinger(Contract.of(prompt.finger()))
                                .setAttempt(prompt.attempt())));
            case CaptureStep.Transfer transfer ->
                tell(JourneyStep.newBuilder()
                        .setTransfer(TransferProgress.newBuilder()
                                .setReceivedBytes(transfer.receivedBytes())
                                .setExpectedBytes(transfer.expectedBytes())));
            case CaptureStep.Frame(var image) -> tell(JourneyStep.newBuilder().setFrame(frameOf(image)));
            case CaptureStep.Captured captured ->
                tell(JourneyStep.newBuilder()
                        .setCaptured(Captured.newBuilder()
                                .setFinger(Contract.of(captured.impression().finger()))
                                .setQuality(Contract.of(captured.impression().quality()))));
            case CaptureStep.Failed failed ->
                tell(JourneyStep.newBuilder()
                        .setCaptureFailed(CaptureFailed.newBuilder()
                                .setFault(Contract.of(failed.fault()))
                                .setDetail(failed.detail())
                                .putAllAdvice(failed.cause()
                                        .map(FaultText::inEveryLanguage)
                                        .orElse(Map.of()))));
        }
    }

    void tell(CheckEligibilityResponse decision) {
        tell(JourneyStep.newBuilder().setDecision(decision));
    }

    void tell(RegisterMemberResponse registration) {
        tell(JourneyStep.newBuilder().setRegistration(registration));
    }

    /**
     * The journey goes on with another finger.
     *
     * @param isSuggested by the gate, because it served this person best before
     */
    void tellNext(FingerPosition finger, String cause, boolean isSuggested) {
        tell(JourneyStep.newBuilder()
                .setNextFinger(NextFinger.newBuilder()
                        .setFinger(finger)
                        .setCause(cause)
                        .setSuggested(isSuggested)));
    }

    void tellFallback(String decisionId) {
        tell(JourneyStep.newBuilder()
                .setFallbackOffered(FallbackOffered.newBuilder().setDecisionId(decisionId)));
    }

    void tell(ProvisionalAnswer provisional) {
        tell(JourneyStep.newBuilder().setProvisional(provisional));
    }

    void tellUnreachable(String detail) {
        tell(JourneyStep.newBuilder()
                .setGateUnreachable(GateUnreachable.newBuilder().setDetail(detail)));
    }

    /** Every second pixel of every second row: enough for the eye. */
    private static Frame frameOf(FingerImage image) {
        int width = image.widthPx() / 2;
        int height = image.heightPx() / 2;
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) image.greyAt(i % width * 2, i / width * 2);
        }
        return Frame.newBuilder()
                .setWidthPx(width)
                .setHeightPx(height)
                .setPixels(ByteString.copyFrom(pixels))
                .build();
    }

    private void tell(JourneyStep.Builder step) {
        long millis = Duration.ofNanos(nanoTime.getAsLong() - startNanos).toMillis();
        listener.accept(step.setElapsedMillis(Math.toIntExact(millis)).build());
    }
}
