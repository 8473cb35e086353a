package id.sidik.bridge.console;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every command takes. */
final class SharedOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:SIDIK_DATA:-${sys:user.home}/.sidik}",
            description = "The data folder that the services run on (default: $SIDIK_DATA, else ~/.sidik).")
    private Path data = Path.of("");

    @Option(names = "--json", description = "Print JSON: the answer in the form of the contract.")
    private boolean json;

    Path data() {
        return data.toAbsolutePath().normalize();
    }

    boolean json() {
        return json;
    }
}
