package id.sidik.bridge.doctor;

import id.sidik.bridge.uplink.GateProbe;
import id.sidik.bridge.uplink.GateProbe.Outcome;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.trust.TrustMaterial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the gate answers this bridge, how long both are believed, and whether they agree on what time it is. */
final class GateLine {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A bridge renews its own when 27 days and more are left, if the gate answers. */
    private static final Duration CERTIFICATE_LEFT_MIN = Duration.ofDays(21);
    /** To a second by the header, and what the answer took. */
    private static final Duration CLOCK_OFF_OK = Duration.ofSeconds(3);
    /** The gate takes no capture that is older than a minute, or of the future; half of that may be lost on the way. */
    private static final Duration CLOCK_OFF_MAX = Duration.ofSeconds(30);

    private final TrustMaterial own;
    private final boolean hasJoined;
    private final InstantSource clock;

    /** @param own what the bridge shows */
    GateLine(TrustMaterial own, boolean hasJoined, InstantSource clock) {
        this.own = own;
        this.hasJoined = hasJoined;
        this.clock = clock;
    }

    List<Finding> examine(Optional<HostPort> gate) {
        List<Finding> findings = new ArrayList<>();
        findings.add(certificate(
                "certificate",
                "this bridge's own",
                own.chain().getFirst().getNotAfter().toInstant(),
                hasJoined
                        ? "It renews itself while the gate answers; the log says why it does not. Else join again with a new code"
                        : "Have it issued again: ./sidik trust"));
        if (gate.isEmpty()) {
            findings.add(Finding.warning(
                    "gate",
                    "this bridge knows no gate, so nobody can be served",
                    "Ask an officer for a code, then: fleet join --gate HOST:PORT --code CODE"));
            return findings;
        }
        switch (GateProbe.ask(gate.get(), own, PATIENCE, clock)) {
            case Outcome.Silent(String why) ->
                findings.add(Finding.failed(
                        "gate",
                        gate.get() + " does not answer this bridge: " + why,
                        "Check the network, the address and a firewall between; ask whoever runs the gate"));
            case Outcome.Answered answered -> findings.addAll(judge(gate.get(), answered));
        }
        return findings;
    }

    private List<Finding> judge(HostPort gate, Outcome.Answered answered) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                answered.isServing()
                        ? Finding.ok("gate", gate + " answers and serves")
                        : Finding.warning(
                                "gate", gate + " answers, and does not serve yet", "Ask whoever runs the gate"));
        findings.add(
                certificate("certificate", "the gate's", answered.certificateUntil(), "Tell whoever runs the gate"));
        answered.clockAhead().map(GateLine::clock).ifPresent(findings::add);
        return findings;
    }

    private Finding certificate(String check, String whose, Instant until, String cure) {
        Duration left = Duration.between(clock.instant(), until);
        String detail = whose + " is good for " + left.toDays() + " days, until " + until;
        return left.compareTo(CERTIFICATE_LEFT_MIN) < 0
                ? Finding.warning(check, detail, cure)
                : Finding.ok(check, detail);
    }

    private static Finding clock(Duration ahead) {
        String detail = ahead.abs().compareTo(CLOCK_OFF_OK) <= 0
                ? "as the gate's"
                : ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " the gate's";
        String cure = "sudo timedatectl set-ntp true, or set the clock: captures count by it";
        if (ahead.abs().compareTo(CLOCK_OFF_MAX) > 0) {
            return Finding.failed("clock", detail, cure);
        }
        return ahead.abs().compareTo(CLOCK_OFF_OK) > 0
                ? Finding.warning("clock", detail, cure)
                : Finding.ok("clock", detail);
    }
}
