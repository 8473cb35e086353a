package id.sidik.bridge.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a sensor sends back, piece by piece, and whether its plug is pulled afterwards. */
final class SensorAnswer {
    /** A part of the answer that the line carries at once. */
    static final class Piece {
        private final byte[] bytes;
        private final Duration pauseBefore;

        private Piece(byte[] bytes, Duration pauseBefore) {
            this.bytes = bytes;
            this.pauseBefore = pauseBefore;
        }

        byte[] bytes() {
            return bytes;
        }

        /** How long the line is silent before it. */
        Duration pauseBefore() {
            return pauseBefore;
        }
    }

    private final List<Piece> pieces = new ArrayList<>();
    private boolean endsUnplugged;

    void add(byte... bytes) {
        addAfter(Duration.ZERO, bytes);
    }

    void addAfter(Duration pause, byte... bytes) {
        pieces.add(new Piece(bytes, pause));
    }

    void thenUnplug() {
        endsUnplugged = true;
    }

    List<Piece> pieces() {
        return pieces;
    }

    boolean endsUnplugged() {
        return endsUnplugged;
    }
}
