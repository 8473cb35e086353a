package id.sidik.eligibility;

import id.sidik.wire.config.HostPort;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A network between two processes that can be cut, and that counts what goes through it in both directions. */
final class CutLine implements AutoCloseable {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final HostPort target;
    private final ServerSocket listener;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean cut;

    CutLine(HostPort target) throws IOException {
        this.target = target;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    HostPort address() {
        return new HostPort("127.0.0.1", listener.getLocalPort());
    }

    /** As if somebody dug through the cable; or mended it. */
    void cut(boolean nowCut) throws IOException {
        cut = nowCut;
        if (nowCut) {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    /** What went through since it was there, handshakes and all. */
    long bytes() {
        return bytes.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                if (cut) {
                    caller.close();
                    continue;
                }
                Socket callee = new Socket(target.host(), target.port());
                open.add(caller);
                open.add(callee);
                Thread.ofVirtual().start(() -> carry(caller, callee));
                Thread.ofVirtual().start(() -> carry(callee, caller));
            } catch (IOException closed) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.addAndGet(read);
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException ended) {
            // one of the two went away, and so does the other
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut(true);
    }
}
