package id.sidik.bridge.doctor;

import id.sidik.wire.config.HostPort;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether a bridge that is not running finds its addresses free. */
final class Ports {
    private Ports() {}

    /** @param addressOf what is listened on, by the setting that says so */
    static Finding examine(Map<String, HostPort> addressOf) {
        List<String> taken = new ArrayList<>();
        new TreeMap<>(addressOf).forEach((setting, address) -> {
            if (!isFree(address)) {
                taken.add(address + " (" + setting + ")");
            }
        });
        return taken.isEmpty()
                ? Finding.ok(
                        "ports",
                        "free: "
                                + addressOf.values().stream()
                                        .map(HostPort::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", ")))
                : Finding.failed(
                        "ports",
                        "cannot be listened on: " + String.join(", ", taken),
                        "'sudo ss -ltnp' says who listens there: end it, or choose another port in the settings");
    }

    private static boolean isFree(HostPort address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address.resolve());
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
