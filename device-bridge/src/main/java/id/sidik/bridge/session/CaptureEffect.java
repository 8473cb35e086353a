package id.sidik.bridge.session;

import id.sidik.bridge.scanner.Light;

/** What a transition wants done, in order. */
public sealed interface CaptureEffect {
    /** Tell the screen. */
    record Tell(CaptureStep step) implements CaptureEffect {}

    /** Set the scanner's lamp. */
    record Shine(Light light) implements CaptureEffect {}

    /** From now on wait for the person as long as the plan says. */
    record RestartPatience() implements CaptureEffect {}
}
