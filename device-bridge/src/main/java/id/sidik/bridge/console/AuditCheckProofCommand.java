package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import id.sidik.wire.proof.MerkleHash;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.VerifierKey;
import id.sidik.wire.tlog.LogProof;
import id.sidik.wire.tlog.TrustPolicy;
import id.sidik.wire.tlog.WitnessedHead;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check-proof",
        description =
                "Checks a proof from 'audit proof' offline and prints its event. Exit code 0: it holds, 1: it does not.")
final class AuditCheckProofCommand implements Callable<Integer> {
    /** One of two ways to say whom one believes. */
    static final class Trust {
        @Option(
                names = "--verifier-key",
                paramLabel = "KEY",
                description = "The log's key, from 'audit head'; witnesses do not count.")
        private String verifierKey = "";

        @Option(
                names = "--policy",
                paramLabel = "POLICY",
                description = "A file that names logs, witnesses and how many of them.")
        private Path policy = Path.of("");

        private TrustPolicy policy() {
            return verifierKey.isEmpty() ? PolicyFile.read(policy) : TrustPolicy.of(VerifierKey.parse(verifierKey));
        }
    }

    @Mixin
    private SharedOptions shared = new SharedOptions();

    @ArgGroup(multiplicity = "1")
    private Trust trust = new Trust();

    @Parameters(paramLabel = "PROOF", description = "The file with the proof.")
    private Path proof = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        LogProof read = LogProof.parse(TextFile.read(proof));
        byte[] event = Base64.getDecoder()
                .decode(read.extra()
                        .orElseThrow(() -> new ProofRefusedException("the proof does not carry its event")));
        WitnessedHead head = read.verify(MerkleHash.leaf(event), trust.policy());
        JsonObject json = new JsonObject();
        json.addProperty("origin", head.checkpoint().origin());
        json.addProperty("index", read.index());
        json.addProperty("events", head.checkpoint().size());
        json.addProperty("witnesses", String.join(", ", head.witnesses().keySet()));
        json.addProperty("event", new String(event, StandardCharsets.UTF_8));
        spec.commandLine()
                .getOut()
                .println(
                        shared.json()
                                ? json
                                : "event " + read.index() + " of "
                                        + head.checkpoint().size() + " in "
                                        + head.checkpoint().origin()
                                        + ", witnessed by " + (head.witnesses().isEmpty() ? "nobody" : head.witnesses())
                                        + "\n" + new String(event, StandardCharsets.UTF_8));
        return ExitCode.YES;
    }
}
