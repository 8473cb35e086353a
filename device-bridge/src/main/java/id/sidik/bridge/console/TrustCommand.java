package id.sidik.bridge.console;

import com.google.gson.JsonObject;
import id.sidik.wire.trust.LocalAuthority;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "trust",
        description =
                "Makes this machine's own certificate authority and a certificate for each role, unless they are there.")
final class TrustCommand implements Callable<Integer> {
    @Mixin
    private SharedOptions shared = new SharedOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path trust = shared.data().resolve("trust");
        LocalAuthority.establish(trust, InstantSource.system());
        JsonObject json = new JsonObject();
        json.addProperty("trust", trust.toString());
        spec.commandLine().getOut().println(shared.json() ? json : "keys and certificates: " + trust);
        return ExitCode.YES;
    }
}
