package id.sidik.bridge.http;

import id.sidik.wire.config.HostPort;
import java.util.Set;

/** The names by which a browser may call a listener of this machine; any other was rebound to us by somebody else's DNS. */
public final class LoopbackHost {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private LoopbackHost() {}

    /** Whether a Host header names the loopback and the port that the request came in by. */
    public static boolean isOurs(String host, int port) {
        int colon = host.lastIndexOf(':');
        return colon > 0
                && NAMES.contains(host.substring(0, colon))
                && host.substring(colon + 1).equals(Integer.toString(port));
    }

    /**
     * Refuses an address that other machines can reach.
     *
     * @param what is served there, for the message
     * @throws IllegalArgumentException naming the address and the cure
     */
    public static void require(String what, HostPort listen) {
        if (!listen.resolve().getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    what + " is for this machine only, and " + listen + " can be reached from others; use 127.0.0.1");
        }
    }
}
