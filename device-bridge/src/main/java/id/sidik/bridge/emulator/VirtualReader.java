package id.sidik.bridge.emulator;

import id.sidik.bridge.fprint.UsbReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The person and the plug of libfprint's own virtual reader: what is written to its socket is what it sees. */
public final class VirtualReader {
    public static final UsbReader READER = new UsbReader("Virtual reader", "virtual_image", 248, 232, 500, Set.of());

    private static final int RETRY = -1;
    private static final int FATAL = -2;
    private static final int UNPLUG = -5;

    private final Path socket;

    /** @param socket as {@code FP_VIRTUAL_IMAGE} of the process with the library names it */
    public VirtualReader(Path socket) {
        this.socket = socket;
    }

    /** A finger comes, shows that image and goes. */
    public void show(int widthPx, int heightPx, byte[] pixels) throws IOException {
        send(ByteBuffer.allocate(8 + pixels.length)
                .order(ByteOrder.nativeOrder())
                .putInt(widthPx)
                .putInt(heightPx)
                .put(pixels));
    }

    /** A finger comes and is gone in the middle of its image; the driver fills up what is missing. */
    public void showHalf(int widthPx, int heightPx, byte[] pixels) throws IOException {
        send(ByteBuffer.allocate(8 + pixels.length / 2)
                .order(ByteOrder.nativeOrder())
                .putInt(widthPx)
                .putInt(heightPx)
                .put(pixels, 0, pixels.length / 2));
    }

    /**
     * A finger comes, of which no image can be made.
     *
     * @param why of libfprint's {@code FpDeviceRetry}: 0 no reason, 1 too short, 2 not in the middle, 3 lift it first
     */
    public void smudge(int why) throws IOException {
        send(numbers(RETRY, why));
    }

    /**
     * The driver gives an error.
     *
     * @param why of libfprint's {@code FpDeviceError}, such as 0 no reason, 4 busy, 5 the protocol
     */
    public void fail(int why) throws IOException {
        send(numbers(FATAL, why));
    }

    /** The reader is pulled out. */
    public void unplug() throws IOException {
        send(numbers(UNPLUG, 0));
    }

    private static ByteBuffer numbers(int first, int second) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.nativeOrder())
                .putInt(first)
                .putInt(second);
    }

    /** The socket is there while the reader is open. */
    private void send(ByteBuffer message) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.connect(UnixDomainSocketAddress.of(socket));
                message.flip();
                while (message.hasRemaining()) {
                    channel.write(message);
                }
                return;
            } catch (IOException e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }
}
