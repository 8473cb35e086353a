package id.sidik.bridge.watch;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.bridge.session.CaptureRunner;
import id.sidik.bridge.v1.GetOfflineStatusResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Looks after everything that a counter needs. A look asks the scanner, unless a capture uses it, and the gate: 3 s at most. */
public final class BridgeWatch {
    private static final Duration LOOK_MAX = Duration.ofSeconds(2);

    private final CaptureRunner captures;
    private final ScannerHistory scanners;
    private final BooleanSupplier gateServes;
    private final Supplier<GetOfflineStatusResponse> offline;
    private final BooleanSupplier turnedAway;
    private final Supplier<Instant> certificateExpiry;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Instant startedAt;

    /**
     * Watches from now on.
     *
     * @param scanners hears what {@code captures} notes
     * @param gateServes whether the gate would answer now; a second at most
     * @param turnedAway whether the institution has turned this bridge away for good; costs nothing
     * @param certificateExpiry of this bridge, as it is now
     */
    public BridgeWatch(
            CaptureRunner captures,
            ScannerHistory scanners,
            BooleanSupplier gateServes,
            Supplier<GetOfflineStatusResponse> offline,
            BooleanSupplier turnedAway,
            Supplier<Instant> certificateExpiry,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.captures = captures;
        this.scanners = scanners;
        this.gateServes = gateServes;
        this.offline = offline;
        this.turnedAway = turnedAway;
        this.certificateExpiry = certificateExpiry;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.startedAt = clock.instant();
    }

    /** How the scanner is. */
    public Readiness scanner() {
        return captures.readiness(Deadline.after(LOOK_MAX, nanoTime));
    }

    /** What is known of all scanners that were there since the start, the latest first; nobody looks for it now. */
    public List<ScannerRecord> scanners() {
        return scanners.records();
    }

    /** Since when this watches. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Whether the gate would answer. */
    public boolean gateServes() {
        return gateServes.getAsBoolean();
    }

    /** Whether the institution has turned this bridge away for good. */
    public boolean isTurnedAway() {
        return turnedAway.getAsBoolean();
    }

    /** How everything is. */
    public BridgeState look() {
        var _ = scanner(); // the history hears how it is
        return new BridgeState(
                clock.instant(), startedAt, scanners.records(), gateServes(), offline.get(), certificateExpiry.get());
    }
}
