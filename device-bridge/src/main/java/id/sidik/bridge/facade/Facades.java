package id.sidik.bridge.facade;

import id.sidik.bridge.counter.Counter;
import id.sidik.bridge.facade.presence.PresenceApi;
import id.sidik.wire.config.HostPort;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The façades that the settings open. */
public final class Facades implements AutoCloseable {
    private final Map<String, FacadeServer> servers = new LinkedHashMap<>();

    private Facades() {}

    /**
     * Opens them.
     *
     * @param journeyPatience for a check from the first prompt to the answer
     * @throws IllegalArgumentException when one would listen where other machines reach it
     */
    public static Facades start(FacadeSettings settings, Counter counter, Duration journeyPatience) {
        Facades facades = new Facades();
        try {
            facades.open("presence", settings.presence(), counter, journeyPatience);
            return facades;
        } catch (RuntimeException e) {
            facades.close();
            throw e;
        }
    }

    private void open(String name, FacadeSettings.Door door, Counter counter, Duration journeyPatience) {
        if (!door.origins().isNobody()) {
            PresenceApi api = new PresenceApi(counter, journeyPatience, () -> "presence-" + UUID.randomUUID());
            servers.put(
                    name,
                    FacadeServer.start(
                            door.listen(), door.origins(), Set.of("GET", "POST", "DELETE"), Set.of(), api::register));
        }
    }

    /** Where each open façade listens, with the port that the system chose when 0 was asked for. */
    public Map<String, HostPort> addresses() {
        Map<String, HostPort> addresses = new LinkedHashMap<>();
        servers.forEach((name, server) -> addresses.put(name, server.address()));
        return addresses;
    }

    @Override
    public void close() {
        servers.values().forEach(FacadeServer::close);
        servers.clear();
    }
}
