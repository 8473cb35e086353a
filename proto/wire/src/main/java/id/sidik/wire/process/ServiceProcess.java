package id.sidik.wire.process;

import id.sidik.wire.config.ConfigException;
import id.sidik.wire.trust.TrustException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a process around its wiring: arguments, start, waiting for the end, orderly end, exit codes. */
public final class ServiceProcess {
    /** Settings, arguments or trust that a person must put right: a supervisor does not try again. */
    public static final int EXIT_MISCONFIGURED = 2;

    private static final int EXIT_FAILED = 1;
    private static final int EXIT_OK = 0;
    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);

    private ServiceProcess() {}

    /** Builds the graph and starts it. Closing the result ends it in order. */
    @FunctionalInterface
    public interface Wiring {
        AutoCloseable start(AppArguments arguments) throws Exception;
    }

    /** Runs until the process is told to end (TERM, INT); never returns normally. */
    public static void run(String name, String[] args, Wiring wiring) {
        int code = runUntilStopped(name, args, wiring, System.err);
        if (code != EXIT_OK) {
            System.exit(code);
        }
    }

    private static int runUntilStopped(String name, String[] args, Wiring wiring, PrintStream err) {
        if (Arrays.asList(args).contains("--help")) {
            err.println("usage: " + name + " " + AppArguments.USAGE);
            return EXIT_OK;
        }
        try {
            AutoCloseable running = wiring.start(AppArguments.parse(args));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(name, running), "end-" + name));
            new CountDownLatch(1).await();
            return EXIT_OK;
        } catch (ConfigException | TrustException e) {
            err.println(name + ": " + e.getMessage());
            return EXIT_MISCONFIGURED;
        } catch (Exception e) {
            LOG.error("{} could not start", name, e);
            return EXIT_FAILED;
        }
    }

    private static void end(String name, AutoCloseable running) {
        try {
            running.close();
            LOG.info("{} ended", name);
        } catch (Exception e) {
            LOG.error("{} did not end in order", name, e);
        }
    }
}
