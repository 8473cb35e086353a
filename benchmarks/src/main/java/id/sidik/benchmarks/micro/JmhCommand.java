package id.sidik.benchmarks.micro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code jmh}: everything after the word goes to JMH itself. */
@Command(
        name = "jmh",
        description = {
            "Runs the JMH benchmarks whose name matches a regular expression; all without one.",
            "Takes JMH's own options: -l lists the benchmarks, -h explains the rest."
        })
public final class JmhCommand implements Runnable {
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public void run() {
        try {
            org.openjdk.jmh.Main.main(arguments.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException("JMH can not write its results.", e);
        }
    }
}
