package id.sidik.bridge.counter;

import id.sidik.bridge.session.CaptureStep;
import id.sidik.bridge.v1.CaptureFailed;
import id.sidik.bridge.v1.Captured;
import id.sidik.bridge.v1.GateUnreachable;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.bridge.v1.Prompt;
import id.sidik.bridge.v1.TransferProgress;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import java.time.Duration;
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
            case CaptureStep.Captured captured ->
                tell(JourneyStep.newBuilder()
                        .setCaptured(Captured.newBuilder()
                                .setFinger(Contract.of(captured.impression().finger()))
                                .setQuality(Contract.of(captured.impression().quality()))));
            case CaptureStep.Failed failed ->
                tell(JourneyStep.newBuilder()
                        .setCaptureFailed(CaptureFailed.newBuilder()
                                .setFault(Contract.of(failed.fault()))
                                .setDetail(failed.detail())));
        }
    }

    void tell(CheckEligibilityResponse decision) {
        tell(JourneyStep.newBuilder().setDecision(decision));
    }

    void tell(RegisterMemberResponse registration) {
        tell(JourneyStep.newBuilder().setRegistration(registration));
    }

    void tellUnreachable(String detail) {
        tell(JourneyStep.newBuilder()
                .setGateUnreachable(GateUnreachable.newBuilder().setDetail(detail)));
    }

    private void tell(JourneyStep.Builder step) {
        long millis = Duration.ofNanos(nanoTime.getAsLong() - startNanos).toMillis();
        listener.accept(step.setElapsedMillis(Math.toIntExact(millis)).build());
    }
}
