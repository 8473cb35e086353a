package id.sidik.bridge.session;

import java.util.List;

/** Where an event leads, and what is to be done on the way. */
public record Transition(CaptureState state, List<CaptureEffect> effects) {
    public Transition {
        effects = List.copyOf(effects);
    }
}
