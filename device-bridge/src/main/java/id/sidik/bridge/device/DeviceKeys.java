package id.sidik.bridge.device;

import id.sidik.wire.files.OwnerOnlyFile;
import id.sidik.wire.proof.Ed25519;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The one key of this device, in a file that only its owner may read. It is made at the first start; a rotation replaces it and keeps
 * nothing of the former but its word for the next. Threads may share one.
 */
public final class DeviceKeys {
    /** Enough that no two of a country's counters have the same name. */
    private static final int ID_BYTES = 6;

    private final OwnerOnlyFile file;
    private final InstantSource clock;
    private volatile DeviceKey current;

    private DeviceKeys(OwnerOnlyFile file, InstantSource clock, DeviceKey current) {
        this.file = file;
        this.clock = clock;
        this.current = current;
    }

    /**
     * Reads the key of this data folder, or makes it.
     *
     * @param folder of the bridge
     * @param newIds names a device that has no key yet
     * @throws DeviceKeyException when the key is there and cannot be used, or cannot be written
     */
    public static DeviceKeys openOrCreate(Path folder, Supplier<String> newIds, InstantSource clock) {
        OwnerOnlyFile file = new OwnerOnlyFile(folder.resolve("keys").resolve("device.pem"));
        if (file.exists()) {
            return new DeviceKeys(file, clock, read(file));
        }
        DeviceKey first = DeviceKey.first(newIds.get(), Ed25519.newPair(), secondOf(clock));
        write(file, first);
        return new DeviceKeys(file, clock, first);
    }

    /** An id for a device that has none yet. */
    public static String newId(RandomGenerator random) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return "bridge-" + HexFormat.of().formatHex(id);
    }

    public DeviceKey current() {
        return current;
    }

    /**
     * Puts the next key in the place of the one that is named. Durable on return; asked again for the same key, it does nothing more.
     *
     * @throws DeviceKeyChangedException when neither the present key nor the one before has that name
     */
    public synchronized DeviceKey rotate(String keyId) {
        DeviceKey present = current;
        if (present.succeeds(keyId)) {
            return present;
        }
        if (!present.keyId().equals(keyId)) {
            throw new DeviceKeyChangedException(present.keyId());
        }
        DeviceKey next = present.next(Ed25519.newPair(), secondOf(clock));
        write(file, next);
        current = next;
        return next;
    }

    private static Instant secondOf(InstantSource clock) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static DeviceKey read(OwnerOnlyFile file) {
        try {
            return DeviceKeyText.parse(file.read());
        } catch (AccessDeniedException open) {
            throw new DeviceKeyException(String.valueOf(open.getMessage()), open);
        } catch (IOException | IllegalArgumentException e) {
            throw new DeviceKeyException(
                    file + " holds no device key: restore it from a backup, or delete it and register the new key", e);
        }
    }

    private static void write(OwnerOnlyFile file, DeviceKey key) {
        try {
            file.write(DeviceKeyText.of(key));
        } catch (IOException e) {
            throw new DeviceKeyException("cannot write " + file + ": make its folder writable for this user", e);
        }
    }
}
