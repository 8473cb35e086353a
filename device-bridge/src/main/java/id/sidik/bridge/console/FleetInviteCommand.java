package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import com.google.protobuf.util.Timestamps;
import id.sidik.eligibility.v1.InviteBridgeRequest;
import id.sidik.eligibility.v1.InviteBridgeResponse;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.trust.BridgeIdentity;
import id.sidik.wire.trust.JoinCode;
import id.sidik.wire.trust.Role;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The code is made here, and the gate is told its hash: so it is nowhere but on this screen. */
@Command(
        name = "invite",
        description = "Makes a code with which one new box joins as a bridge of a facility. It is shown once.")
final class FleetInviteCommand extends ServiceCommand {
    @Option(names = "--facility", required = true, paramLabel = "ID", description = "Where the box will stand.")
    private String facility = "";

    @Option(
            names = "--valid",
            paramLabel = "TIME",
            defaultValue = "24h",
            description = "How long the code serves: 5m to 7d (default: 24h).")
    private String valid = "";

    @Override
    protected int run(Services services) {
        String secret = JoinCode.newSecret(new SecureRandom());
        InviteBridgeResponse response = services.fleet()
                .inviteBridge(InviteBridgeRequest.newBuilder()
                        .setIdempotencyKey(newKey())
                        .setFacilityId(facility)
                        .setCodeSha256(JoinCode.hashOf(secret))
                        .setValidMinutes(minutes(valid))
                        .build());
        String code = code(secret, response).text();
        String expiresAt = Timestamps.toString(response.getExpiresAt());
        JsonObject json = new JsonObject();
        json.addProperty("code", code);
        json.addProperty("facility", facility);
        json.addProperty("expires_at", expiresAt);
        json.addProperty("registered_devices_alone", true);
        answer(
                json,
                "code " + code + "\nfor one bridge at " + facility + ", until " + expiresAt
                        + "\non the new box: ./sidik fleet join --gate " + door(services) + " --code " + code
                        + "\n" + FacilityRule.words(facility));
        return ExitCode.YES;
    }

    private static JoinCode code(String secret, InviteBridgeResponse response) {
        try {
            return JoinCode.of(
                    secret,
                    BridgeIdentity.certificateOf(
                            response.getAuthorityCertificate().toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the gate's authority has a certificate that can be read", e);
        }
    }

    /** A listener of the loopback is nothing to tell another box. */
    private static String door(Services services) {
        return RunFile.read(services.data(), Role.ELIGIBILITY.label())
                .flatMap(run -> Optional.ofNullable(run.get("door")))
                .filter(address -> !address.startsWith("127.") && !address.startsWith("0.0.0.0"))
                .orElse("HOST:PORT (the gate's eligibility.door-listen)");
    }

    private static int minutes(String text) {
        try {
            String upper = text.toUpperCase(Locale.ROOT);
            Duration duration = Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
            if (duration.isPositive() && duration.toMinutes() > 0) {
                return Math.toIntExact(duration.toMinutes());
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new UnusableInputException("--valid is a time such as 30m, 24h or 7d, not '" + text + "'", e);
        }
        throw new UnusableInputException("--valid must be at least 5m, not '" + text + "'");
    }
}
