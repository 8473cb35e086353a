package id.sidik.bridge;

import id.sidik.bridge.counter.Counter;
import id.sidik.bridge.counter.CounterPolicy;
import id.sidik.bridge.counter.SampleForm;
import id.sidik.bridge.device.CaptureSealer;
import id.sidik.bridge.device.DeviceKeys;
import id.sidik.bridge.link.Link;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.scanner.SerialScanner;
import id.sidik.bridge.session.Assessment;
import id.sidik.bridge.session.CaptureRunner;
import id.sidik.bridge.site.Dismissal;
import id.sidik.bridge.site.Site;
import id.sidik.bridge.uplink.Gate;
import id.sidik.bridge.uplink.GateSiteLine;
import id.sidik.bridge.uplink.RevocationWatch;
import id.sidik.bridge.watch.BridgeWatch;
import id.sidik.bridge.watch.ScannerHistory;
import id.sidik.engine.FingerEngine;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.quality.QualityCause;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** A counter as the process wires it, on a line of the test's choice. */
public final class TestCounter {
    public static final String NID = "3174011708850003";

    public final ScannerHistory scanners;
    public final CaptureRunner captures;
    public final Counter counter;
    public final DeviceKeys deviceKeys;
    public final Site site;
    public final Dismissal dismissal;
    public final BridgeWatch watch;

    public TestCounter(Link link, FakeGate fake) {
        deviceKeys = DeviceKeys.openOrCreate(fake.data().resolve("bridge"), () -> "bridge-1", InstantSource.system());
        Path folder = fake.data().resolve("site-" + UUID.randomUUID());
        dismissal = Dismissal.in(folder, InstantSource.system());
        Channel channel = ClientInterceptors.intercept(fake.channel(), new RevocationWatch(dismissal::note));
        scanners = new ScannerHistory(InstantSource.system());
        captures = new CaptureRunner(
                new SerialScanner(link, Path.of("test-port"), ScannerProfile.ZFM_20),
                _ -> new Assessment(new Quality(80, QualityCause.NONE), Optional.empty()),
                (_, _) -> 1,
                scanners);
        site = Site.open(
                folder,
                dismissal,
                "counter-1",
                FingerEngine.SIDIK,
                new GateSiteLine(() -> channel),
                Duration.ofHours(1),
                InstantSource.system(),
                new SecureRandom());
        counter = new Counter(
                captures,
                new Gate(() -> channel, Duration.ofMinutes(1)),
                site,
                SampleForm.image(),
                new CaptureSealer(deviceKeys, new Random(1)),
                new CounterPolicy("counter-1", 3, Duration.ofSeconds(5), 30, 1, Duration.ofSeconds(5)),
                InstantSource.system(),
                System::nanoTime);
        watch = new BridgeWatch(
                captures,
                scanners,
                () -> true,
                site::status,
                site::isTurnedAway,
                () -> Instant.parse("2031-02-03T04:05:06Z"),
                InstantSource.system(),
                System::nanoTime);
    }
}
