package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.VerifierKey;
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

    @Override
    protected int run(Services services) {
        Checkpoint head =
                AuditReplay.verify(services.gate(), verifierKey.map(VerifierKey::parse), since.map(TextFile::read));
        JsonObject json = new JsonObject();
        json.addProperty("origin", head.origin());
        json.addProperty("events", head.size());
        json.addProperty("root", head.root());
        json.addProperty("holds", true);
        answer(
                json,
                String.format(
                        Locale.ROOT,
                        "the audit log holds: %d events, root %s, signed by %s%s",
                        head.size(),
                        head.root(),
                        head.origin(),
                        since.isPresent() ? "; nothing before the kept head was changed" : ""));
        return ExitCode.YES;
    }
}
