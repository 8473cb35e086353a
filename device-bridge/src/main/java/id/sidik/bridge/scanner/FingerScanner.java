package id.sidik.bridge.scanner;

import id.sidik.bridge.link.Deadline;

/**
 * A scanner, whatever it speaks. It connects when it is first asked for something and again after a fault, so one that was
 * pulled out works once it is plugged in, at whatever node.
 *
 * <p>Every call ends: at its own time limit or at the caller's deadline, whichever comes first. One thread at a time.
 */
public interface FingerScanner extends AutoCloseable {
    /** The model, as its profile names it; empty while it is not known which one is there. Asks nothing of the scanner. */
    String model();

    /** Makes sure that the scanner is there and answers, now. */
    Readiness readiness(Deadline deadline);

    /** Looks at the glass once; waits first when the last look was a moment ago. */
    Detection detectFinger(Deadline deadline);

    /** Transfers the image that the last look found. */
    ImageTransfer transferImage(Deadline deadline, TransferProgress progress);

    /** Sets the scanner's lamp, if it has one. A lamp that fails fails nothing: the next call will say why. */
    void show(Light light, Deadline deadline);

    /** Lets go of the scanner. It can be used again afterwards. */
    @Override
    void close();
}
