package id.sidik.bridge.console;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "show", description = "Prints audit events, one a line, as JSON.")
final class AuditShowCommand extends ServiceCommand {
    @Option(
            names = "--from",
            paramLabel = "INDEX",
            defaultValue = "0",
            description = "The first event (default: ${DEFAULT-VALUE}).")
    private long fromIndex;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "At most so many events; 0 for all (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    protected int run(Services services) {
        new AuditEvents(services.gate(), fromIndex, Integer.toUnsignedLong(limit))
                .forEachRemaining(event -> out().println(
                                shared().json()
                                        ? event.getContent().toStringUtf8()
                                        : String.format(
                                                Locale.ROOT,
                                                "%6d  %s",
                                                event.getIndex(),
                                                event.getContent().toStringUtf8())));
        return ExitCode.YES;
    }
}
