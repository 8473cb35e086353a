package id.sidik.bridge.console;

import id.sidik.wire.files.DurableFiles;
import id.sidik.wire.trust.BridgeIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom a box trusted before it joined a fleet. A bridge that was started alone, as the package starts it, made an authority that
 * nobody else knows: it may be set aside. One that a matcher or a gate of the same box lives by must not be replaced by the way.
 */
final class FormerTrust {
    private static final List<String> SERVICES_OF_A_GATE = List.of("matcher", "eligibility");

    private final Path data;
    private final Path trust;

    FormerTrust(Path data) {
        this.data = data;
        this.trust = data.resolve("trust");
    }

    /** @throws UnusableInputException if a gate of this box lives by it */
    void requireReplaceable() {
        if (isThere() && SERVICES_OF_A_GATE.stream().anyMatch(service -> Files.exists(data.resolve(service)))) {
            throw new UnusableInputException(trust
                    + " holds the authority of a matcher or a gate of this box; join in an empty folder (--data DIR)");
        }
    }

    /** Puts it beside, durably out of use, and says where; nothing if there was none, or the box is of a fleet already. */
    Optional<Path> setAside(Instant now) {
        if (!isThere()) {
            return Optional.empty();
        }
        Path aside = data.resolve(
                "trust.until-" + now.truncatedTo(ChronoUnit.SECONDS).toString().replace(":", ""));
        try {
            Files.move(trust, aside);
            DurableFiles.syncFolder(data);
            return Optional.of(aside);
        } catch (IOException e) {
            throw new UnusableInputException(
                    "cannot move " + trust + " to " + aside + "; make " + data
                            + " writable for this user, and join again",
                    e);
        }
    }

    private boolean isThere() {
        if (BridgeIdentity.isIn(trust) || Files.notExists(trust)) {
            return false;
        }
        try (Stream<Path> files = Files.list(trust)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new UnusableInputException("cannot read " + trust, e);
        }
    }
}
