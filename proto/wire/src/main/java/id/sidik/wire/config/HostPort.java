package id.sidik.wire.config;

import java.net.InetSocketAddress;

/**
 * Where a process listens, or is to be found: {@code 127.0.0.1:7441}, {@code [::1]:7441}, {@code gate.example:7442}.
 *
 * @param port 0 to 65,535; 0 when any free one will do
 */
public record HostPort(String host, int port) {
    private static final int PORT_MAX = 65_535;

    public HostPort {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must not be empty");
        }
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("port must be 0 to " + PORT_MAX + ": " + port);
        }
    }

    /**
     * Reads an address as settings and run files hold it.
     *
     * @throws IllegalArgumentException when {@code text} is not host:port
     */
    public static HostPort parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (colon < 0 || (!bracketed && host.contains(":"))) {
            throw new IllegalArgumentException("must be host:port, for example 127.0.0.1:7441: '" + text + "'");
        }
        try {
            return new HostPort(
                    bracketed ? host.substring(1, host.length() - 1) : host,
                    Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("port must be a number: '" + text + "'", e);
        }
    }

    /** The same host at the port that the system chose. */
    public HostPort withPort(int chosen) {
        return new HostPort(host, chosen);
    }

    /** Looks the host name up. */
    public InetSocketAddress resolve() {
        return new InetSocketAddress(host, port);
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
