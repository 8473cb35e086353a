package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import id.sidik.wire.trust.LocalAuthority;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "trust",
        description =
                "Makes this machine's own certificate authority and a certificate for each role, unless they are there. "
                        + "With --client, also a folder with a certificate for another institution's system, which carries tokens.")
final class TrustCommand implements Callable<Integer> {
    @Mixin
    private SharedOptions shared = new SharedOptions();

    @Option(names = "--client", paramLabel = "DIR", description = "make this folder; give it to the other institution")
    private @Nullable Path client;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path trust = shared.data().resolve("trust");
        LocalAuthority.establish(trust, InstantSource.system());
        JsonObject json = new JsonObject();
        json.addProperty("trust", trust.toString());
        if (client != null) {
            LocalAuthority.issueClient(trust, client, InstantSource.system());
            json.addProperty("client", client.toString());
        }
        spec.commandLine().getOut().println(shared.json() ? json : "keys and certificates: " + trust);
        return ExitCode.YES;
    }
}
