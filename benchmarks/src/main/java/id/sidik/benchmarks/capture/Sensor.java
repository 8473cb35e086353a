package id.sidik.benchmarks.capture;

import id.sidik.bridge.scanner.FingerScanner;
import id.sidik.engine.image.FingerImage;
import java.io.IOException;

/** A scanner of the bridge together with the glass that fingers are laid on. */
interface Sensor extends AutoCloseable {
    /** For the report. */
    String words();

    /** The bridge's own driver. */
    FingerScanner scanner();

    void lay(FingerImage finger) throws IOException;

    void lift();

    @Override
    void close();
}
