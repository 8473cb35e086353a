package id.sidik.bridge.emulator;

import id.sidik.bridge.emulator.SensorAnswer.Piece;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a bad line or a failing module makes of an answer, whatever its protocol. */
final class FaultyLine {
    private static final byte STRAY_BYTE = 0x55;
    private static final int NOISE_BYTES = 23;
    /** An answer with more pieces than that has an image in it. */
    private static final int PIECES_WITHOUT_IMAGE = 2;

    private final Duration lateness;
    private final RandomGenerator random;

    /**
     * A line.
     *
     * @param lateness after which nobody waits any more
     */
    FaultyLine(Duration lateness, RandomGenerator random) {
        this.lateness = lateness;
        this.random = random;
    }

    /**
     * The answer as it arrives.
     *
     * @param command that is answered
     */
    SensorAnswer carry(SensorAnswer whole, byte[] command, SensorFault fault) {
        SensorAnswer carried = new SensorAnswer();
        List<Piece> pieces = whole.pieces();
        if (pieces.isEmpty() || fault == SensorFault.SILENCE) {
            return carried;
        }
        if (fault == SensorFault.UNPLUG_BEFORE_ANSWER) {
            carried.thenUnplug();
            return carried;
        }
        addWord(carried, pieces.getFirst().bytes(), command, fault);
        int middle = pieces.size() > PIECES_WITHOUT_IMAGE ? pieces.size() / 2 : -1;
        boolean more = true;
        for (int i = 1; i < pieces.size() && more; i++) {
            byte[] piece = pieces.get(i).bytes();
            if (i == middle) {
                more = addMiddle(carried, piece, fault);
            } else {
                carried.add(piece);
            }
        }
        return carried;
    }

    /** The word on the command. */
    private void addWord(SensorAnswer carried, byte[] word, byte[] command, SensorFault fault) {
        switch (fault) {
            case STRAY_BYTES -> carried.add(STRAY_BYTE);
            case ECHO -> carried.add(command.clone());
            case NOISE_ON_LINE -> {
                byte[] noise = new byte[NOISE_BYTES];
                random.nextBytes(noise);
                carried.add(noise);
            }
            default -> {}
        }
        switch (fault) {
            case ANSWERS_LATE -> carried.addAfter(lateness, word);
            case ANSWERS_DAMAGED -> carried.add(flipped(word, word.length - 2));
            case ANSWERS_CUT -> carried.add(Arrays.copyOf(word, word.length / 2));
            default -> carried.add(word);
        }
    }

    /** Whether more follows. */
    private boolean addMiddle(SensorAnswer carried, byte[] piece, SensorFault fault) {
        switch (fault) {
            case PACKET_LOST -> {}
            case BYTE_LOST -> carried.add(Arrays.copyOf(piece, piece.length - 1));
            case PACKET_DAMAGED -> carried.add(flipped(piece, piece.length / 2));
            case PACKET_DOUBLED -> {
                carried.add(piece);
                carried.add(piece);
            }
            case IMAGE_STALLS -> carried.addAfter(lateness, piece);
            case UNPLUG_IN_MID_IMAGE -> carried.thenUnplug();
            case IMAGE_TRUNCATED -> {}
            default -> carried.add(piece);
        }
        return fault != SensorFault.IMAGE_TRUNCATED && fault != SensorFault.UNPLUG_IN_MID_IMAGE;
    }

    private static byte[] flipped(byte[] bytes, int index) {
        byte[] flipped = bytes.clone();
        flipped[index] ^= 1;
        return flipped;
    }
}
