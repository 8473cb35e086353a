package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import id.sidik.bridge.device.DeviceKey;
import id.sidik.bridge.device.DeviceKeyException;
import id.sidik.bridge.device.DeviceKeys;
import id.sidik.bridge.fleet.Fleet;
import id.sidik.bridge.site.Dismissal;
import id.sidik.bridge.site.Site;
import id.sidik.eligibility.v1.FleetDoorServiceGrpc;
import id.sidik.eligibility.v1.JoinFleetRequest;
import id.sidik.eligibility.v1.JoinFleetResponse;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.trust.BridgeIdentity;
import id.sidik.wire.trust.BridgeName;
import id.sidik.wire.trust.CertificateRequest;
import id.sidik.wire.trust.JoinCode;
import id.sidik.wire.trust.PendingKey;
import id.sidik.wire.trust.TrustException;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Nothing of ours runs on the box yet, and it has no certificate: this command needs neither. Done again with the same code, it goes on. */
@Command(
        name = "join",
        description = "Makes this box a bridge of the institution whose officer gave the code ('fleet invite').")
final class FleetJoinCommand implements Callable<Integer> {
    /** A system property: how this box starts its bridge. The package sets it. */
    static final String START_COMMAND = "sidik.start-command";

    @Mixin
    private SharedOptions shared = new SharedOptions();

    @Option(
            names = "--gate",
            required = true,
            paramLabel = "HOST:PORT",
            description = "Where the gate takes new bridges: its eligibility.door-listen.")
    private String gate = "";

    @Option(names = "--code", required = true, paramLabel = "CODE", description = "As the officer read it out.")
    private String code = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        InstantSource clock = InstantSource.system();
        HostPort door = parsed("--gate", () -> HostPort.parse(gate));
        JoinCode invited = parsed("--code", () -> JoinCode.parse(code));
        Path trust = shared.data().resolve("trust");
        FormerTrust former = new FormerTrust(shared.data());
        former.requireReplaceable();
        Path bridge = shared.data().resolve("bridge");
        DeviceKey device = device(bridge, clock);
        PendingKey key = PendingKey.openOrCreate(Fleet.folderIn(shared.data()));
        JoinFleetResponse response = ask(door, invited, request(invited, key.request(), device));
        BridgeIdentity identity = BridgeIdentity.of(
                key,
                response.getCertificate().toByteArray(),
                response.getAuthorityCertificate().toByteArray(),
                door.withPort(response.getGatePort()),
                Ed25519.fromPem(response.getAnchorPem()));
        requireMeant(identity, invited, new BridgeName(response.getFacilityId(), device.deviceId()));
        Optional<Path> aside = former.setAside(clock.instant());
        identity.save(trust);
        Dismissal.lift(Site.folderIn(shared.data())); // before the key is settled, so that a failure can be tried again
        key.settled();
        report(identity, aside);
        return ExitCode.YES;
    }

    private static <T> T parsed(String option, Supplier<T> parser) {
        try {
            return parser.get();
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(option + ": " + e.getMessage(), e);
        }
    }

    private static DeviceKey device(Path bridge, InstantSource clock) {
        try {
            return DeviceKeys.openOrCreate(bridge, () -> DeviceKeys.newId(new SecureRandom()), clock)
                    .current();
        } catch (DeviceKeyException e) {
            throw new UnusableInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private static JoinFleetRequest request(JoinCode invited, CertificateRequest csr, DeviceKey device) {
        return JoinFleetRequest.newBuilder()
                .setCodeSecret(invited.secret())
                .setCsr(ByteString.copyFrom(csr.der()))
                .setDeviceId(device.deviceId())
                .setDevicePublicKeyPem(Ed25519.toPem(device.publicKey()))
                .setDeviceSignature(device.joining(csr.keySha256()))
                .build();
    }

    private static JoinFleetResponse ask(HostPort door, JoinCode invited, JoinFleetRequest request) {
        ManagedChannel channel = Channels.openJoining(door, invited, Services.PATIENCE);
        try {
            return FleetDoorServiceGrpc.newBlockingStub(channel).joinFleet(request);
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.UNAVAILABLE) {
                throw e;
            }
            throw new ServiceAbsentException(distrustIn(e)
                    .map(why -> "at " + door + " is not the gate that the code was made at: " + why
                            + "; check --gate, and tell the officer")
                    .orElse("nobody takes new bridges at " + door
                            + "; check --gate and the way there, and do it again"));
        } finally {
            channel.shutdownNow();
        }
    }

    /** Why TLS refused whoever answers, if it did. */
    private static Optional<String> distrustIn(@Nullable Throwable failure) {
        if (failure == null) {
            return Optional.empty();
        }
        return failure instanceof CertificateException
                ? Optional.of(String.valueOf(failure.getMessage()))
                : distrustIn(failure.getCause());
    }

    private static void requireMeant(BridgeIdentity identity, JoinCode invited, BridgeName meant) {
        if (!invited.pins(identity.material().authority()) || !identity.name().equals(meant)) {
            throw new TrustException(
                    "The gate's answer is for another bridge or of another authority; tell the officer");
        }
    }

    private void report(BridgeIdentity identity, Optional<Path> aside) {
        JsonObject json = new JsonObject();
        json.addProperty("device", identity.name().deviceId());
        json.addProperty("facility", identity.name().facilityId());
        json.addProperty("gate", identity.gate().toString());
        json.addProperty("expires_at", identity.expiresAt().toString());
        json.addProperty("registered_devices_alone", true);
        spec.commandLine()
                .getOut()
                .println(
                        shared.json()
                                ? json
                                : "this box is bridge " + identity.name().deviceId() + " of "
                                        + identity.name().facilityId() + "; its certificate is good until "
                                        + identity.expiresAt()
                                        + aside.map(path -> "\nthe authority that it had of its own lies in " + path)
                                                .orElse("")
                                        + "\nstart it: " + System.getProperty(START_COMMAND, "./sidik up")
                                        + "\n"
                                        + FacilityRule.words(identity.name().facilityId()));
    }
}
