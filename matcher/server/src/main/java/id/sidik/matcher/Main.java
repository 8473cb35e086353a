package id.sidik.matcher;

import id.sidik.wire.process.ServiceProcess;
import java.time.InstantSource;

/** Runs the matcher: {@code --data DIR [--profile FILE] [--config FILE]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        ServiceProcess.run(
                MatcherProcess.NAME,
                args,
                arguments -> MatcherProcess.start(arguments, System.getenv(), InstantSource.system()));
    }
}
