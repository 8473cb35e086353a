package id.sidik.bridge.emulator;

import id.sidik.bridge.scanner.F5Command;
import id.sidik.bridge.scanner.F5Packet;
import id.sidik.bridge.scanner.ScannerProfile;

/** A Waveshare sensor as its manual describes it; it answers a look without a finger at once, where the true one waits 0.2 s. */
final class F5Sensor implements VirtualModule {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int TIMEOUT = 8;
    /** The manual names no code for a broken sensor; true ones fail. */
    private static final int SECOND_BYTE = 0xFF;

    private static final int PIECE_BYTES = 128;

    private final Glass glass;
    private final CommandBuffer commands = new CommandBuffer(F5Packet.MARK, F5Packet.BYTES);
    private int baud;

    F5Sensor(ScannerProfile profile, Glass glass) {
        this.glass = glass;
        this.baud = profile.bauds().getFirst();
    }

    @Override
    public SensorAnswer feed(byte[] bytes, int count) {
        SensorAnswer answer = new SensorAnswer();
        commands.feed(bytes, count, command -> hear(command, answer));
        return answer;
    }

    @Override
    public int baud() {
        return baud;
    }

    @Override
    public void listenAt(int baud) {
        this.baud = baud;
    }

    @Override
    public void restart() {
        commands.clear();
    }

    private void hear(byte[] command, SensorAnswer answer) {
        int code = command[1] & 0xFF;
        if (!F5Packet.isWhole(command)) {
            answer.add(F5Packet.of(code, 0, 0, FAILED));
        } else if (code == F5Command.CAPTURE_TIMEOUT.code()) {
            answer.add(F5Packet.of(code, 0, 0, OK));
        } else if (code == F5Command.CAPTURE_IMAGE.code()) {
            capture(answer);
        } else {
            answer.add(F5Packet.of(code, 0, 0, FAILED));
        }
    }

    private void capture(SensorAnswer answer) {
        int code = F5Command.CAPTURE_IMAGE.code();
        switch (glass.look()) {
            case EMPTY -> answer.add(F5Packet.of(code, 0, 0, TIMEOUT));
            case POOR -> answer.add(F5Packet.of(code, 0, 0, FAILED));
            case FINGER -> {
                byte[] image = glass.image();
                if (image != null) {
                    answer.add(F5Packet.of(code, image.length >> 8, image.length & SECOND_BYTE, OK));
                    Pieces.add(answer, F5Packet.ofData(image), PIECE_BYTES);
                }
            }
        }
    }
}
