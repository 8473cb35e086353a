package id.sidik.bridge.facade;

import id.sidik.bridge.counter.Counter;
import id.sidik.bridge.facade.presence.PresenceApi;
import id.sidik.bridge.facade.sbi.DeviceSigner;
import id.sidik.bridge.facade.sbi.DomainCertificates;
import id.sidik.bridge.facade.sbi.SbiApi;
import id.sidik.bridge.facade.sbi.SbiDevice;
import id.sidik.bridge.facade.secugen.SecugenApi;
import id.sidik.bridge.facade.secugen.SgDevice;
import id.sidik.bridge.facade.webapi.WebApi;
import id.sidik.bridge.http.LoopbackServer;
import id.sidik.bridge.session.CaptureRunner;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.files.OwnerOnlyFile;
import io.helidon.webserver.http.HttpRouting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The façades that the settings open. */
public final class Facades implements AutoCloseable {
    /** SBI 0.9.5, "Device discovery". */
    private static final int SBI_PORT_FIRST = 4_501;

    private static final int SBI_PORT_LAST = 4_600;
    private static final String FACADE = "a façade";

    private final Map<String, LoopbackServer> servers = new LinkedHashMap<>();

    private Facades() {}

    /**
     * What façades serve with.
     *
     * @param journeyPatience for a check from the first prompt to the answer
     * @param minimumQuality 0 to 100, where a contract does not say it
     * @param folder of the bridge, for keys and certificates
     * @param nanoTime a monotonic clock in nanoseconds
     */
    public record Parts(
            Counter counter,
            Duration journeyPatience,
            CaptureRunner captures,
            int minimumQuality,
            Path folder,
            InstantSource clock,
            LongSupplier nanoTime) {}

    /**
     * Opens them.
     *
     * @throws IllegalArgumentException when one would listen where other machines reach it
     */
    public static Facades start(FacadeSettings settings, Parts parts) {
        Facades facades = new Facades();
        try {
            facades.open("presence", settings.presence(), PresenceApi.METHODS, presence(parts));
            facades.openSbi(settings, parts);
            facades.openSecugen(settings, parts);
            facades.open("web-api", settings.webApi(), WebApi.METHODS, webApi(parts));
            return facades;
        } catch (RuntimeException e) {
            facades.close();
            throw e;
        }
    }

    private static Consumer<HttpRouting.Builder> presence(Parts parts) {
        return new PresenceApi(parts.counter(), parts.journeyPatience(), () -> "presence-" + UUID.randomUUID())
                ::register;
    }

    private static Consumer<HttpRouting.Builder> sbi(FacadeSettings settings, Parts parts) {
        Path folder = parts.folder();
        SbiDevice device = new SbiDevice(
                settings.sbiProfile(),
                parts.captures(),
                new DeviceSigner(new OwnerOnlyFile(folder.resolve("keys").resolve("sbi.pem")), parts.clock()),
                new DomainCertificates(folder.resolve("sbi-domains"), parts.clock()),
                parts.clock(),
                parts.nanoTime());
        return new SbiApi(device, parts.nanoTime())::register;
    }

    private static Consumer<HttpRouting.Builder> secugen(Parts parts) {
        return new SecugenApi(new SgDevice(parts.captures(), parts.nanoTime()))::register;
    }

    private static Consumer<HttpRouting.Builder> webApi(Parts parts) {
        return new WebApi(parts.captures(), parts.minimumQuality(), parts.nanoTime())::register;
    }

    private void open(
            String name, FacadeSettings.Door door, Set<String> methods, Consumer<HttpRouting.Builder> routes) {
        if (!door.origins().isNobody()) {
            servers.put(name, LoopbackServer.start(FACADE, door.listen(), guarded(door, methods, routes)));
        }
    }

    /** Clients of SBI look at its ports one after the other, since another device may be at the first. */
    private void openSbi(FacadeSettings settings, Parts parts) {
        FacadeSettings.Door door = settings.sbi();
        int port = door.listen().port();
        if (port < SBI_PORT_FIRST || port > SBI_PORT_LAST) {
            open("sbi", door, SbiApi.METHODS, sbi(settings, parts));
        } else if (!door.origins().isNobody()) {
            servers.put(
                    "sbi",
                    LoopbackServer.startAtFirstFree(
                            FACADE, door.listen(), SBI_PORT_LAST, guarded(door, SbiApi.METHODS, sbi(settings, parts))));
        }
    }

    /** Pages have its address with https: the same over TLS, where it is asked for. */
    private void openSecugen(FacadeSettings settings, Parts parts) {
        FacadeSettings.Door door = settings.secugen();
        Consumer<HttpRouting.Builder> routes = secugen(parts);
        open("secugen", door, SecugenApi.METHODS, routes);
        if (!door.origins().isNobody() && settings.secugenSecure().isPresent()) {
            servers.put(
                    "secugen-https",
                    LoopbackServer.start(
                            FACADE,
                            settings.secugenSecure().get(),
                            Optional.of(LoopbackIdentity.openOrCreate(
                                    parts.folder(), parts.clock().instant())),
                            guarded(door, SecugenApi.METHODS, routes)));
        }
    }

    private static Consumer<HttpRouting.Builder> guarded(
            FacadeSettings.Door door, Set<String> methods, Consumer<HttpRouting.Builder> routes) {
        return routing -> {
            routing.addFilter(new FacadeGuard(door.origins(), methods, Set.of(WebApi.SCRIPT)));
            routes.accept(routing);
        };
    }

    /** Where each open façade listens, with the port that the system chose when 0 was asked for. */
    public Map<String, HostPort> addresses() {
        Map<String, HostPort> addresses = new LinkedHashMap<>();
        servers.forEach((name, server) -> addresses.put(name, server.address()));
        return addresses;
    }

    @Override
    public void close() {
        servers.values().forEach(LoopbackServer::close);
        servers.clear();
    }
}
