package id.sidik.benchmarks.capture;

import id.sidik.bridge.counter.Counter;
import id.sidik.bridge.counter.CounterPolicy;
import id.sidik.bridge.counter.SampleForm;
import id.sidik.bridge.device.CaptureSealer;
import id.sidik.bridge.device.DeviceKeys;
import id.sidik.bridge.http.KioskMode;
import id.sidik.bridge.http.KioskServer;
import id.sidik.bridge.http.KioskSetting;
import id.sidik.bridge.session.CaptureRunner;
import id.sidik.bridge.session.FingerExaminer;
import id.sidik.bridge.site.Dismissal;
import id.sidik.bridge.site.Site;
import id.sidik.bridge.uplink.Gate;
import id.sidik.bridge.uplink.GateSiteLine;
import id.sidik.bridge.watch.BridgeWatch;
import id.sidik.bridge.watch.ScannerHistory;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.engine.FingerEngine;
import id.sidik.wire.config.HostPort;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** A counter and its kiosk page as the bridge wires them, with a watch between the parts. */
final class MeasuredCounter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int QUALITY_MIN = 30;
    private static final int ATTEMPTS_MAX = 3;
    private static final String FACILITY = "counter-1";

    private final Site site;
    private final KioskServer kiosk;

    /**
     * Serves a kiosk page on a free port.
     *
     * @param line to the gate, as a bridge
     * @param folder of this bridge, empty
     */
    MeasuredCounter(
            Sensor sensor,
            StageWatch watch,
            Channel line,
            SampleForm form,
            int framesMax,
            KioskMode mode,
            Path folder) {
        InstantSource clock = InstantSource.system();
        SecureRandom random = new SecureRandom();
        Channel watched = ClientInterceptors.intercept(line, watch.onTheLine());
        FingerExaminer examiner = new FingerExaminer(FingerEngine.SIDIK);
        ScannerHistory scanners = new ScannerHistory(clock);
        CaptureRunner captures = new CaptureRunner(
                watch.around(sensor.scanner()), watch.around(examiner::assess), examiner::fmrOf, scanners);
        Gate gate = new Gate(() -> watched, PATIENCE);
        Path offline = folder.resolve("offline");
        site = Site.open(
                offline,
                Dismissal.in(offline, clock),
                FACILITY,
                FingerEngine.SIDIK,
                new GateSiteLine(() -> watched),
                PATIENCE,
                clock,
                random);
        Counter counter = new Counter(
                captures,
                gate,
                site,
                form,
                new CaptureSealer(DeviceKeys.openOrCreate(folder, () -> "bridge-bench", clock), random),
                new CounterPolicy(FACILITY, ATTEMPTS_MAX, PATIENCE, QUALITY_MIN, framesMax, PATIENCE),
                clock,
                System::nanoTime);
        kiosk = KioskServer.start(
                new HostPort("127.0.0.1", 0),
                counter,
                new KioskSetting(mode, List.of("id"), List.of(Purpose.HOSPITAL_OUTPATIENT)),
                PATIENCE.multipliedBy(ATTEMPTS_MAX),
                () -> "capture-" + UUID.randomUUID(),
                new BridgeWatch(
                        captures,
                        scanners,
                        gate::serves,
                        site::status,
                        site::isTurnedAway,
                        () -> Instant.MAX,
                        clock,
                        System::nanoTime));
    }

    /** Of the kiosk page. */
    HostPort address() {
        return kiosk.address();
    }

    @Override
    public void close() {
        kiosk.close();
        site.close();
    }
}
