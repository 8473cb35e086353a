package id.sidik.bridge.fleet;

import id.sidik.wire.config.ConfigException;
import id.sidik.wire.config.RemoteSettings;
import id.sidik.wire.files.OwnerOnlyFile;
import id.sidik.wire.trust.BridgeIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The profile of this bridge on its disk, as it came, and verified again when it is read. A newer one takes its place only if this bridge could
 * start with it; it holds from the next start on. For one thread once the bridge runs.
 */
public final class Profiles {
    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);

    private final OwnerOnlyFile file;
    private final BridgeIdentity identity;
    private final Consumer<RemoteSettings> trial;
    private final Optional<Profile> started;
    private @Nullable Profile held;
    private long refusedNumber;
    private String refusal = "";

    private Profiles(
            OwnerOnlyFile file,
            BridgeIdentity identity,
            Consumer<RemoteSettings> trial,
            @Nullable Profile held,
            String refusal) {
        this.file = file;
        this.identity = identity;
        this.trial = trial;
        this.held = held;
        this.started = Optional.ofNullable(held).filter(_ -> refusal.isEmpty());
        this.refusal = refusal;
        this.refusedNumber = held == null || refusal.isEmpty() ? 0 : held.number();
    }

    /**
     * Reads what is there.
     *
     * @param folder of the bridge's part in the fleet
     * @param trial reads the bridge's settings with those of a profile, and throws ConfigException when it could not start so
     */
    public static Profiles open(Path folder, BridgeIdentity identity, Consumer<RemoteSettings> trial) {
        OwnerOnlyFile file = new OwnerOnlyFile(folder.resolve("profile.jws"));
        if (!file.exists()) {
            return new Profiles(file, identity, trial, null, "");
        }
        try {
            Profile kept = Profile.of(
                    file.read().strip(), identity.anchor(), identity.name().facilityId());
            return new Profiles(
                    file, identity, trial, kept, faultOf(kept, trial).orElse(""));
        } catch (IOException | ProfileRefusedException e) {
            LOG.error("{} is not used, and another one will be fetched: {}", file, e.getMessage());
            return new Profiles(file, identity, trial, null, "");
        }
    }

    private static Optional<String> faultOf(Profile profile, Consumer<RemoteSettings> trial) {
        try {
            trial.accept(profile.settings());
            return Optional.empty();
        } catch (ConfigException e) {
            LOG.error("{} is not used: {}", profile.settings().origin(), e.getMessage());
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** What this bridge is started with. */
    public RemoteSettings settings() {
        return started.map(Profile::settings).orElse(RemoteSettings.NONE);
    }

    /** The number of the profile that this process was started with; 0 for none. */
    long running() {
        return started.map(Profile::number).orElse(0L);
    }

    /** The number of the one that the next start takes; 0 for none. */
    long held() {
        return held == null ? 0 : held.number();
    }

    /** The number of the newest that was refused; 0 for none. */
    long refusedNumber() {
        return refusedNumber;
    }

    /** Why it was. */
    String refusal() {
        return refusal;
    }

    /** Takes a newer profile, durably, or refuses it and goes on with what is here. */
    void offer(String statement, Instant now) {
        try {
            take(Profile.of(statement, identity.anchor(), identity.name().facilityId()), now);
        } catch (ProfileRefusedException e) {
            refused(Math.max(refusedNumber, e.number()), e);
        }
    }

    private void take(Profile offered, Instant now) {
        try {
            if (offered.number() <= held()) {
                throw new ProfileRefusedException("it is not newer than number " + held() + ", which is here");
            }
            if (!now.isBefore(offered.expiresAt())) {
                throw new ProfileRefusedException(
                        "it may be taken until " + offered.expiresAt() + ", and it is " + now);
            }
            trial.accept(offered.settings());
            file.write(offered.statement() + "\n");
            held = offered;
            refusal = "";
            refusedNumber = 0;
            LOG.info(
                    "{} is here, and holds from the next start on",
                    offered.settings().origin());
        } catch (ProfileRefusedException | ConfigException | IOException e) {
            refused(offered.number(), e);
        }
    }

    private void refused(long number, Exception why) {
        refusedNumber = number;
        refusal = String.valueOf(why.getMessage());
        LOG.error("profile {} is not taken: {}", number, refusal);
    }
}
