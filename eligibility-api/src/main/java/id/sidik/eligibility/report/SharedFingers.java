package id.sidik.eligibility.report;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is known of fingers that are enrolled more than once: all who share one are one presenter. */
final class SharedFingers {
    private final Kept<String, SharedFingerEvent[]> byPresence = new Kept<>(() -> new SharedFingerEvent[1]);
    private final Set<String> names = new HashSet<>();

    private SharedFingers() {}

    static SharedFingers of(Events events) {
        SharedFingers shared = new SharedFingers();
        try (Stream<SharedFingerEvent> fingers = events.sharedFingers()) {
            fingers.forEach(finger -> shared.byPresence.of(finger.eventId()).ifPresent(kept -> {
                kept[0] = finger;
                shared.names.add(finger.presenter());
                shared.names.addAll(finger.others());
            }));
        }
        return shared;
    }

    /** Whether this is one of several names of a finger. */
    boolean names(String presenter) {
        return names.contains(presenter);
    }

    /**
     * Everybody whom the finger of this presence is enrolled for, in order of their names; empty if nobody knows whose it was. The first is one
     * name for the finger, whichever of its owners was asked for.
     */
    Set<String> presenters(PresenceEvent presence) {
        Set<String> all = new TreeSet<>();
        presence.presenter().ifPresent(all::add);
        byPresence.find(presence.eventId()).ifPresent(kept -> all.addAll(kept[0].others()));
        return all;
    }

    Kept<String, SharedFingerEvent[]> kept() {
        return byPresence;
    }
}
