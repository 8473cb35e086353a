package id.sidik.bridge.console.demo;

import id.sidik.bridge.v1.Guidance;
import id.sidik.bridge.v1.JourneyStep;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Does what the screen says: lays the finger when asked to, lifts it when asked to. */
final class VirtualPerson {
    private final VirtualScanner scanner;
    private final Hand hand;
    private boolean fingerLies;

    VirtualPerson(VirtualScanner scanner, Hand hand) {
        this.scanner = scanner;
        this.hand = hand;
    }

    /** Follows a journey to its end. */
    Journey follow(Iterator<JourneyStep> journey) {
        List<JourneyStep> steps = new ArrayList<>();
        journey.forEachRemaining(step -> {
            steps.add(step);
            if (step.hasPrompt()) {
                heed(step.getPrompt().getGuidance());
            }
        });
        scanner.lift();
        return new Journey(steps);
    }

    private void heed(Guidance guidance) {
        if (guidance == Guidance.LIFT_FINGER) {
            scanner.lift();
            fingerLies = false;
        } else if (!fingerLies) {
            scanner.lay(hand.press());
            fingerLies = true;
        }
    }
}
