package id.sidik.bridge;

import id.sidik.wire.process.ServiceProcess;
import java.time.InstantSource;

/** Runs the bridge: {@code --data DIR [--profile FILE] [--config FILE]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        ServiceProcess.run(
                BridgeProcess.NAME,
                args,
                arguments -> BridgeProcess.start(arguments, System.getenv(), InstantSource.system()));
    }
}
