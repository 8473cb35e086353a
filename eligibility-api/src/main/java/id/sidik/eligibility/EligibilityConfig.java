package id.sidik.eligibility;

import id.sidik.eligibility.access.AccessSettings;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.courier.Webhook;
import id.sidik.eligibility.nid.NidProfile;
import id.sidik.eligibility.report.Threshold;
import id.sidik.eligibility.report.Thresholds;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.config.LayeredConfig;
import id.sidik.wire.tlog.TrustPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the gate, {@code eligibility.*}.
 *
 * @param listen for gRPC, mutual TLS; port 0 for any free one
 * @param restListen for REST, mutual TLS, likewise
 * @param officeListen for the back office's page, plain HTTP, on the loopback only
 * @param doorListen for bridges that join, TLS without a certificate of theirs
 * @param matcherAddress empty to read it from the matcher's run file, each time a connection is needed
 * @param nidProfile how much a NID must agree with the region table
 * @param access whose tokens count
 * @param witnessPolicy what the file says that names the witnesses of the audit log; empty for none
 * @param thresholds when a report speaks up
 * @param policyFolder empty for the policy that comes with the program
 * @param codeGateway what carries one-time codes; empty where their files are taken away
 * @param callsAtOnceMax calls that are worked on at once, at least 1
 * @param diskReserveBytes of the disk, that new records may not use; at least 1 MiB
 */
record EligibilityConfig(
        HostPort listen,
        HostPort restListen,
        HostPort officeListen,
        HostPort doorListen,
        Optional<HostPort> matcherAddress,
        NidProfile nidProfile,
        AccessSettings access,
        Optional<TrustPolicy> witnessPolicy,
        Thresholds thresholds,
        Optional<Path> policyFolder,
        Optional<CodeGateway> codeGateway,
        int callsAtOnceMax,
        long diskReserveBytes) {
    static final String DEFAULTS = "eligibility-defaults.yaml";

    private static final int CALLS_MAX = 100_000;
    /** A core decides a few hundred calls a second, so a call that is let in waits for at most a tenth of one. */
    private static final int CALLS_A_CORE = 32;

    private static final int MIB = 1 << 20;

    static EligibilityConfig read(LayeredConfig config) {
        return new EligibilityConfig(
                config.address("eligibility.listen"),
                config.address("eligibility.rest-listen"),
                config.address("eligibility.office-listen"),
                config.address("eligibility.door-listen"),
                config.optional("eligibility.matcher-address").map(_ -> config.address("eligibility.matcher-address")),
                nidProfile(config.string("eligibility.nid-profile")),
                access(config),
                config.optional("eligibility.witness-policy").map(EligibilityConfig::witnessPolicy),
                thresholds(config),
                config.optional("eligibility.policy-folder").map(Path::of),
                config.optional("eligibility.code-gateway.url").map(url -> codeGateway(url, config)),
                callsAtOnceMax(config.integer("eligibility.calls-at-once-max", 0, CALLS_MAX)),
                (long) config.integer("eligibility.disk-reserve-mib", 1, 1_000_000) * MIB);
    }

    /**
     * Where one-time codes go.
     *
     * @param token that the gateway knows us by; a secret
     */
    record CodeGateway(URI address, String token) {
        /** Without the token. */
        @Override
        public String toString() {
            return "CodeGateway[" + address + "]";
        }
    }

    private static CodeGateway codeGateway(String url, LayeredConfig config) {
        String file = config.optional("eligibility.code-gateway.token-file")
                .orElseThrow(() -> new ConfigException(
                        "eligibility.code-gateway.token-file must name a file with the token for " + url));
        try {
            URI address = URI.create(url);
            if (!Webhook.isAddress(address)) {
                throw new ConfigException(
                        "eligibility.code-gateway.url must be https, or http on the loopback, not '" + url + "'");
            }
            return new CodeGateway(address, Files.readString(Path.of(file)).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("eligibility.code-gateway: " + e.getMessage(), e);
        }
    }

    private static int callsAtOnceMax(int asked) {
        return asked == 0 ? CALLS_A_CORE * Runtime.getRuntime().availableProcessors() : asked;
    }

    private static TrustPolicy witnessPolicy(String file) {
        try {
            return TrustPolicy.parse(Files.readString(Path.of(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("eligibility.witness-policy names " + file + ": " + e.getMessage(), e);
        }
    }

    private static Thresholds thresholds(LayeredConfig config) {
        Map<Threshold, Integer> values = new EnumMap<>(Threshold.class);
        for (Threshold threshold : Threshold.values()) {
            values.put(
                    threshold,
                    config.integer("eligibility.reports." + threshold.settingName(), threshold.min(), threshold.max()));
        }
        return new Thresholds(Contribution.ZONE, values);
    }

    private static AccessSettings access(LayeredConfig config) {
        try {
            return new AccessSettings(
                    config.optional("eligibility.access.issuer").map(URI::create),
                    config.string("eligibility.access.audience"),
                    config.optional("eligibility.access.jwks").map(URI::create));
        } catch (IllegalArgumentException e) {
            throw new ConfigException("eligibility.access: " + e.getMessage(), e);
        }
    }

    private static NidProfile nidProfile(String text) {
        return switch (text) {
            case "lenient" -> NidProfile.LENIENT;
            case "strict" -> NidProfile.STRICT;
            default ->
                throw new ConfigException("eligibility.nid-profile must be lenient or strict, not '" + text + "'");
        };
    }
}
