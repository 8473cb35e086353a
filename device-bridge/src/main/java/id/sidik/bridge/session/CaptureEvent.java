package id.sidik.bridge.session;

import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.quality.Quality;

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

    /** The whole image is here, and each of its bytes was here before. Skin never does that. */
    record ImageReplayed() implements CaptureEvent {}

    /** The image was assessed. */
    record Assessed(Quality quality) implements CaptureEvent {}

    /** Nobody placed or lifted a finger in time. */
    record PatienceEnded() implements CaptureEvent {}

    /** The scanner could not do what it was asked. */
    record ScannerFailed(DeviceFault fault) implements CaptureEvent {}
}
