package id.sidik.bridge.emulator;

import java.util.function.Consumer;

/** Gathers commands of one length that begin with a mark; what lies between them is noise. */
final class CommandBuffer {
    private final int mark;
    private final byte[] command;
    private int bytes;

    /** @param mark the first byte of each command, 0 to 255 */
    CommandBuffer(int mark, int commandBytes) {
        this.mark = mark;
        this.command = new byte[commandBytes];
    }

    /** @param whole hears each command that is complete; the array is used again */
    void feed(byte[] heard, int count, Consumer<byte[]> whole) {
        for (int i = 0; i < count; i++) {
            command[bytes++] = heard[i];
            if (bytes == 1 && (command[0] & 0xFF) != mark) {
                bytes = 0;
            } else if (bytes == command.length) {
                bytes = 0;
                whole.accept(command);
            }
        }
    }

    /** Forgets what was heard of the next one. */
    void clear() {
        bytes = 0;
    }
}
