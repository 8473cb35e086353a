package id.sidik.bridge.session;

import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.engine.image.FingerImage;
import java.util.List;
import java.util.OptionalDouble;

/** What happened at the glass, on the line or to our patience. */
public sealed interface CaptureEvent {
    /** Nothing lies on the glass. */
    record GlassClear() implements CaptureEvent {}

    /** A finger lies on the glass. */
    record FingerSeen() implements CaptureEvent {}

    /** Something lies on the glass that the module can not read. */
    record SmudgeSeen() implements CaptureEvent {}

    /** The whole image is here. */
    record ImageReceived(FingerImage image) implements CaptureEvent {}

    /** The whole image is here, and it was here before, to the byte or but for some noise. Skin never does that. */
    record ImageReplayed() implements CaptureEvent {}

    /** The image was assessed. */
    record Assessed(Assessment assessment) implements CaptureEvent {}

    /**
     * The impression was compared with all that are known of this person.
     *
     * @param fmrs one for each of them, in their order: how often two different fingers are as alike; empty where there was nothing to compare
     */
    record Compared(List<OptionalDouble> fmrs) implements CaptureEvent {
        public Compared {
            fmrs = List.copyOf(fmrs);
        }
    }

    /** Nobody placed or lifted a finger in time. */
    record PatienceEnded() implements CaptureEvent {}

    /** The scanner could not do what it was asked. */
    record ScannerFailed(DeviceFault fault) implements CaptureEvent {}
}
