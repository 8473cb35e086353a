package id.sidik.bridge.session;

import id.sidik.bridge.scanner.DeviceFault;
import id.sidik.engine.quality.Quality;
import java.time.Duration;

/** What whoever looks after the scanner should know of its work: nothing of a person, no image and no template. */
public sealed interface CaptureNote {
    /**
     * The scanner answered.
     *
     * @param model as its profile names it
     */
    record Seen(String model) implements CaptureNote {}

    /**
     * The scanner could not do what it was asked.
     *
     * @param model empty when it is not known which one it would be
     * @param serving whether somebody was being served, rather than the scanner looked after
     */
    record Faulted(String model, DeviceFault fault, boolean serving) implements CaptureNote {}

    /** A frame was judged. */
    record Assessed(Quality quality) implements CaptureNote {}

    /**
     * An impression was accepted.
     *
     * @param attempt at it, from 1
     */
    record Accepted(int attempt) implements CaptureNote {}

    /**
     * A capture has every impression that was asked for.
     *
     * @param took from its first prompt on
     */
    record Completed(Duration took) implements CaptureNote {}

    /** A capture ended without. */
    record Failed(CaptureFault fault) implements CaptureNote {}

    /** Whoever asked for the capture went away. */
    record Cancelled() implements CaptureNote {}
}
