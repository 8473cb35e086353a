package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import id.sidik.eligibility.v1.GetCheckpointRequest;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.VerifierKey;
import id.sidik.wire.tlog.WitnessedHead;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description =
                "Reads every audit event, rebuilds the Merkle tree (RFC 6962) and holds it against the signed head. "
                        + "Exit code 0: all holds, 1: something does not.")
final class AuditVerifyCommand extends ServiceCommand {
    @Option(
            names = "--verifier-key",
            paramLabel = "KEY",
            description = "The key that the head must be signed with, as 'audit head' printed it when you trusted it "
                    + "(default: the one that the service names).")
    private Optional<String> verifierKey = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description = "A signed head that was kept: the log must still begin with it.")
    private Optional<Path> since = Optional.empty();

    @Option(
            names = "--witnessed",
            paramLabel = "POLICY",
            description =
                    "A file that says whose logs are believed and who must have witnessed them: the published head must"
                            + " have those cosignatures, and the log must be the one that was witnessed.")
    private Optional<Path> policy = Optional.empty();

    @Override
    protected int run(Services services) {
        Optional<WitnessedHead> witnessed = policy.map(PolicyFile::read)
                .map(trusted -> trusted.verify(services.log()
                        .getCheckpoint(GetCheckpointRequest.getDefaultInstance())
                        .getCheckpoint()));
        Checkpoint head = AuditReplay.verify(
                services.gate(),
                verifierKey.map(VerifierKey::parse),
                since.map(TextFile::read),
                witnessed.map(WitnessedHead::checkpoint));
        JsonObject json = new JsonObject();
        json.addProperty("origin", head.origin());
        json.addProperty("events", head.size());
        json.addProperty("root", head.root());
        json.addProperty("holds", true);
        witnessed.ifPresent(seen -> {
            json.addProperty("witnessedEvents", seen.checkpoint().size());
            json.addProperty("witnesses", String.join(", ", seen.witnesses().keySet()));
        });
        answer(
                json,
                String.format(
                        Locale.ROOT,
                        "the audit log holds: %d events, root %s, signed by %s%s%s",
                        head.size(),
                        head.root(),
                        head.origin(),
                        since.isPresent() ? "; nothing before the kept head was changed" : "",
                        witnessed.map(AuditVerifyCommand::sentence).orElse("")));
        return ExitCode.YES;
    }

    private static String sentence(WitnessedHead seen) {
        return String.format(
                Locale.ROOT,
                "; the first %d witnessed by %s",
                seen.checkpoint().size(),
                seen.witnesses().isEmpty()
                        ? "nobody, as the policy allows"
                        : String.join(", ", seen.witnesses().keySet()));
    }
}
