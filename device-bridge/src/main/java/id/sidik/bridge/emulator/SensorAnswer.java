package id.sidik.bridge.emulator;

import java.util.ArrayList;
import java.util.List;

/** What a sensor sends back, frame by frame, and whether its plug is pulled afterwards. */
final class SensorAnswer {
    private final List<byte[]> chunks = new ArrayList<>();
    private boolean endsUnplugged;

    void add(byte... chunk) {
        chunks.add(chunk);
    }

    void thenUnplug() {
        endsUnplugged = true;
    }

    List<byte[]> chunks() {
        return chunks;
    }

    boolean endsUnplugged() {
        return endsUnplugged;
    }
}
