package id.sidik.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.wire.config.HostPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {
    private static final int NEIGHBOURS = 20;

    @Test
    void servesAtTheFirstPortWhereNobodyElseListens() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LoopbackServer server = LoopbackServer.startAtFirstFree(
                        "a test", at(taken.getLocalPort()), taken.getLocalPort() + NEIGHBOURS, _ -> {})) {
            assertThat(server.address().port()).isBetween(taken.getLocalPort() + 1, taken.getLocalPort() + NEIGHBOURS);
        }
    }

    @Test
    void saysThatNoneIsFreeWhenNoneIs() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LoopbackServer.startAtFirstFree(
                            "a test", at(taken.getLocalPort()), taken.getLocalPort(), _ -> {}))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    private static HostPort at(int port) {
        return new HostPort("127.0.0.1", port);
    }
}
