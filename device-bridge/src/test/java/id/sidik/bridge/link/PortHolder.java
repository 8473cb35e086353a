package id.sidik.bridge.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Another program that opens a port and holds it until its standard input ends. */
final class PortHolder implements AutoCloseable {
    private static final String OPENED = "opened";

    private final Process process;

    /** Starts the program and waits until it has the port. */
    PortHolder(Path port, Path libraryFolder, Path temporaryFolder) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + temporaryFolder,
                        "-Duser.home=" + temporaryFolder,
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PortHolder.class.getName(),
                        port.toString(),
                        libraryFolder.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        if (!OPENED.equals(line)) {
            close();
            throw new IOException("the other program could not open the port: " + line);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        try (SerialLink link = new SerialLink(Path.of(arguments[1]))) {
            link.open(Path.of(arguments[0]), 57_600, Deadline.after(Duration.ofMinutes(1), System::nanoTime));
            System.out.println(OPENED);
            while (System.in.read() >= 0) {
                link.isOpen();
            }
        }
    }
}
