package id.sidik.bridge.facade;

import id.sidik.bridge.TestCounter;
import id.sidik.bridge.facade.sbi.Purpose;
import id.sidik.bridge.facade.sbi.SbiProfile;
import id.sidik.wire.config.HostPort;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Façades of a test, each open or shut as it wants. */
public final class TestFacades {
    public static final FacadeSettings.Door SHUT =
            new FacadeSettings.Door(new HostPort("127.0.0.1", 0), new AllowedOrigins(Set.of(), false));

    private TestFacades() {}

    /** All shut but the page's script and its calls. */
    public static FacadeSettings webApi(FacadeSettings.Door door) {
        return new FacadeSettings(SHUT, SHUT, profile(Purpose.AUTH), SHUT, Optional.empty(), door);
    }

    /** All shut but SecuGen's. */
    public static FacadeSettings secugen(FacadeSettings.Door door) {
        return new FacadeSettings(SHUT, SHUT, profile(Purpose.AUTH), door, Optional.empty(), SHUT);
    }

    /** Likewise, over TLS as well. */
    public static FacadeSettings secugen(FacadeSettings.Door door, HostPort secure) {
        return new FacadeSettings(SHUT, SHUT, profile(Purpose.AUTH), door, Optional.of(secure), SHUT);
    }

    public static FacadeSettings settings(FacadeSettings.Door presence, FacadeSettings.Door sbi, Purpose purpose) {
        return new FacadeSettings(presence, sbi, profile(purpose), SHUT, Optional.empty(), SHUT);
    }

    private static SbiProfile profile(Purpose purpose) {
        return new SbiProfile(purpose, "Developer", "DC-1", "SN-1", "Grow", "R307", "Sidik", "SIDIK-1");
    }

    public static Facades.Parts parts(TestCounter counter, Path data) {
        return new Facades.Parts(
                counter.counter,
                Duration.ofSeconds(20),
                counter.captures,
                30,
                data.resolve("bridge"),
                InstantSource.system(),
                System::nanoTime);
    }
}
