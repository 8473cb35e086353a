package id.sidik.bridge.watch;

import id.sidik.bridge.session.CaptureNote;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What the scanners of this bridge did since it started, each model for itself. Models are those of our profiles, so there are few.
 * What is heard of a scanner without a name concerns the one that was there last. Safe for many threads.
 */
public final class ScannerHistory implements Consumer<CaptureNote> {
    private static final String UNNAMED = "";

    private final InstantSource clock;
    private final List<ScannerMeter> latestFirst = new ArrayList<>();

    /**
     * An empty one.
     *
     * @param clock for when a scanner was seen
     */
    public ScannerHistory(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void accept(CaptureNote note) {
        switch (note) {
            case CaptureNote.Seen seen -> meterOf(seen.model()).seen(clock.instant());
            case CaptureNote.Faulted faulted ->
                meterOf(faulted.model()).faulted(faulted.fault(), faulted.serving(), clock.instant());
            case CaptureNote.Assessed assessed -> meterOf(UNNAMED).assessed(assessed.quality());
            case CaptureNote.Accepted accepted -> meterOf(UNNAMED).accepted(accepted.attempt());
            case CaptureNote.Completed completed -> meterOf(UNNAMED).completed(completed.took());
            case CaptureNote.Failed failed ->
                meterOf(UNNAMED).ended(failed.fault().name());
            case CaptureNote.Cancelled _ -> meterOf(UNNAMED).ended(ScannerRecord.CANCELLED);
        }
    }

    /** One for each model, the one that was there last first; none when nobody has looked for a scanner yet. */
    public synchronized List<ScannerRecord> records() {
        return IntStream.range(0, latestFirst.size())
                .mapToObj(place -> latestFirst.get(place).record(place == 0))
                .toList();
    }

    private ScannerMeter meterOf(String model) {
        if (latestFirst.isEmpty()
                || (!model.isEmpty() && !latestFirst.getFirst().model().equals(model))) {
            ScannerMeter latest = latestFirst.stream()
                    .filter(meter -> meter.model().equals(model))
                    .findFirst()
                    .orElseGet(() -> new ScannerMeter(model));
            latestFirst.removeIf(meter -> meter == latest || meter.model().isEmpty());
            latestFirst.addFirst(latest);
        }
        return latestFirst.getFirst();
    }
}
