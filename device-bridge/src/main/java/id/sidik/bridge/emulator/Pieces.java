package id.sidik.bridge.emulator;

import java.util.Arrays;

/** Cuts one long packet into pieces, as it comes over a line. */
final class Pieces {
    private Pieces() {}

    static void add(SensorAnswer answer, byte[] packet, int pieceBytes) {
        for (int offset = 0; offset < packet.length; offset += pieceBytes) {
            answer.add(Arrays.copyOfRange(packet, offset, Math.min(offset + pieceBytes, packet.length)));
        }
    }
}
