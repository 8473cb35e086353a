package id.sidik.bridge.scanner;

/** Hears how far an image has come; called on the thread that transfers, at most once per chunk read. */
@FunctionalInterface
public interface TransferProgress {
    /**
     * More of the image is here.
     *
     * @param receivedBytes packed image bytes so far
     * @param expectedBytes packed image bytes in all
     */
    void received(int receivedBytes, int expectedBytes);
}
