package id.sidik.bridge.fleet;

import id.sidik.bridge.watch.BridgeWatch;
import id.sidik.eligibility.v1.ReportBridgeRequest;
import id.sidik.eligibility.v1.ReportBridgeResponse;
import id.sidik.wire.rpc.ProtoTime;
import id.sidik.wire.trust.BridgeIdentity;
import id.sidik.wire.trust.RenewableTrust;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** A bridge as part of the institution's fleet. For one thread. */
public final class Fleet implements Runnable {
    private static final int REFUSAL_CHARS_MAX = 500;

    private final CertificateKeeper certificates;
    private final FleetLine line;
    private final Profiles profiles;
    private final String softwareVersion;
    private final BridgeWatch watch;
    private final InstantSource clock;

    private Fleet(
            CertificateKeeper certificates,
            FleetLine line,
            Profiles profiles,
            String softwareVersion,
            BridgeWatch watch,
            InstantSource clock) {
        this.certificates = certificates;
        this.line = line;
        this.profiles = profiles;
        this.softwareVersion = softwareVersion;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * The part of a bridge that joined.
     *
     * @param data of the bridge
     * @param own is given each next certificate
     * @param profiles is offered what the institution publishes
     * @param watch knows how the scanner is; a look may take two seconds
     */
    public static Fleet of(
            BridgeIdentity identity,
            Path data,
            FleetLine line,
            RenewableTrust own,
            Profiles profiles,
            String softwareVersion,
            BridgeWatch watch,
            InstantSource clock,
            RandomGenerator random) {
        CertificateKeeper certificates =
                new CertificateKeeper(identity, data.resolve("trust"), folderIn(data), line, own, clock, random);
        return new Fleet(certificates, line, profiles, softwareVersion, watch, clock);
    }

    /** Where a bridge keeps what belongs to its part in the fleet. */
    public static Path folderIn(Path data) {
        return data.resolve("bridge").resolve("fleet");
    }

    /** One round: the next certificate when it is time, then a report, and what the institution wants of this bridge. */
    @Override
    public void run() {
        certificates.run();
        line.report(report())
                .map(ReportBridgeResponse::getProfile)
                .filter(profile -> !profile.isEmpty())
                .ifPresent(profile -> profiles.offer(profile, clock.instant()));
    }

    private ReportBridgeRequest report() {
        return ReportBridgeRequest.newBuilder()
                .setSoftwareVersion(softwareVersion)
                .setStartedAt(ProtoTime.of(watch.startedAt()))
                .addAllScanners(ScannerReport.of(watch.scanner(), watch.scanners()))
                .setProfileRunning(profiles.running())
                .setProfileHeld(profiles.held())
                .setProfileRefused(profiles.refusedNumber())
                .setProfileRefusal(shortened(profiles.refusal()))
                .build();
    }

    /** As long as the gate takes it, on one line. */
    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.substring(0, Math.min(line.length(), REFUSAL_CHARS_MAX));
    }
}
