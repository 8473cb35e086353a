package id.sidik.eligibility.report;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is known of fingers that are enrolled more than once: all who share one are one presenter. */
final class SharedFingers {
    private final Kept<String, SharedFingerEvent[]> byPresence = new Kept<>(() -> new SharedFingerEvent[1]);

    private SharedFingers() {}

    static SharedFingers of(Events events) {
        SharedFingers shared = new SharedFingers();
        try (Stream<SharedFingerEvent> fingers = events.sharedFingers()) {
            fingers.forEach(finger -> shared.byPresence.of(finger.eventId()).ifPresent(kept -> kept[0] = finger));
        }
        return shared;
    }

    /** Everybody whom the finger of this presence is enrolled for, in order of their names; empty if nobody knows whose it was. */
    Set<String> presenters(PresenceEvent presence) {
        Set<String> all = new TreeSet<>();
        presence.presenter().ifPresent(all::add);
        byPresence.find(presence.eventId()).ifPresent(kept -> all.addAll(kept[0].others()));
        return all;
    }

    /** One name for the finger, whichever of its owners was asked for. */
    Optional<String> presenter(PresenceEvent presence) {
        return presenters(presence).stream().findFirst();
    }

    Kept<String, SharedFingerEvent[]> kept() {
        return byPresence;
    }
}
