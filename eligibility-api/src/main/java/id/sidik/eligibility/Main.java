package id.sidik.eligibility;

import id.sidik.wire.process.ServiceProcess;
import java.time.InstantSource;

/** Runs the gate: {@code --data DIR [--profile FILE] [--config FILE]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        ServiceProcess.run(
                EligibilityProcess.NAME,
                args,
                arguments -> EligibilityProcess.start(arguments, System.getenv(), InstantSource.system()));
    }
}
