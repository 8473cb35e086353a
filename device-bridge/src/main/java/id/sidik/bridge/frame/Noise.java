package id.sidik.bridge.frame;

/** Bytes that belong to no frame, such as the 0x55 that some modules send when they wake. */
public record Noise(int byteCount) implements Reception {
    public Noise {
        if (byteCount < 1) {
            throw new IllegalArgumentException("noise has at least one byte: " + byteCount);
        }
    }
}
