package id.sidik.bridge.session;

import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.template.FingerPosition;
import java.util.Optional;

/** What the screen is told while a capture runs, in order. The last one is {@link Failed} or the last {@link Captured}. */
public sealed interface CaptureStep {
    /**
     * The person should do something.
     *
     * @param attempt at this impression, from 1
     */
    record Prompt(Guidance guidance, FingerPosition finger, int attempt) implements CaptureStep {}

    /** The image is coming over the line. */
    record Transfer(int receivedBytes, int expectedBytes) implements CaptureStep {}

    /** A frame as it is seen now: for the eyes of staff, never for a screen that others see. */
    record Frame(FingerImage image) implements CaptureStep {}

    /**
     * An impression was accepted.
     *
     * @param attempt that it took, from 1
     */
    record Captured(Impression impression, int attempt) implements CaptureStep {}

    /**
     * There is no impression, or not every one.
     *
     * @param detail for the operator's log, with the cure where there is one
     * @param cause what is wrong with the scanner, where something is
     */
    record Failed(CaptureFault fault, String detail, Optional<DeviceFault.Kind> cause) implements CaptureStep {}
}
