package id.sidik.eligibility;

import id.sidik.bridge.console.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** {@code ./sidik} commands as a person types them, and what the latest one said. */
final class Console {
    private String said = "";

    /** Runs a command on a data folder; returns its exit code. */
    int run(Path data, String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] whole = Stream.concat(Arrays.stream(command), Stream.of("--data=" + data))
                .toArray(String[]::new);
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), whole);
        said = code == 0 || code == 1 ? out.toString() : err.toString();
        return code;
    }

    /** An answer, or the error if there was none. */
    String said() {
        return said;
    }
}
