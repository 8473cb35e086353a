package id.sidik.eligibility.console;

import id.sidik.eligibility.v1.PolicyServiceGrpc;
import id.sidik.eligibility.v1.PolicyServiceGrpc.PolicyServiceBlockingStub;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Which gate to ask. */
final class GateOptions {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:SIDIK_DATA:-${sys:user.home}/.sidik}",
            description = "The data folder that the services run on (default: $SIDIK_DATA, else ~/.sidik).")
    private Path data = Path.of("");

    /** One call, with the operator's certificate. */
    <A> A ask(Function<PolicyServiceBlockingStub, A> call) {
        Path folder = data.toAbsolutePath().normalize();
        TrustMaterial operator = TrustMaterial.load(folder.resolve("trust"), Role.OPERATOR, InstantSource.system());
        HostPort gate = RunFile.addressOf(folder, Role.ELIGIBILITY.label())
                .orElseThrow(() -> new UnusableInputException("no gate serves the data folder " + folder
                        + "; start it with './sidik up', or name another folder with --data"));
        ManagedChannel channel = Channels.open(gate, operator, Role.ELIGIBILITY, PATIENCE);
        try {
            return call.apply(PolicyServiceGrpc.newBlockingStub(channel));
        } finally {
            channel.shutdownNow();
        }
    }
}
