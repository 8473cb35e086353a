package id.sidik.eligibility.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidHasher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
    private static final Nid NID = new Nid("3174011708850003");

    @TempDir
    private Path folder;

    @Test
    void makesKeysOnceAndKeepsThem() {
        KeyRing made = KeyRing.openOrCreate(folder, false);
        KeyRing read = KeyRing.openOrCreate(folder, true);

        assertThat(read.receipts().publicKeyPem()).isEqualTo(made.receipts().publicKeyPem());
        assertThat(read.checkpoints().verifierKey().text())
                .isEqualTo(made.checkpoints().verifierKey().text());
        assertThat(read.nidHasher().hex(NID, NidHasher.Use.STORE))
                .isEqualTo(made.nidHasher().hex(NID, NidHasher.Use.STORE));
    }

    @Test
    void publishesOnlyThePublicHalves() throws IOException {
        KeyRing keys = KeyRing.openOrCreate(folder, false);

        assertThat(folder.resolve("receipt-public-key.pem"))
                .content()
                .isEqualTo(keys.receipts().publicKeyPem())
                .contains("BEGIN PUBLIC KEY")
                .doesNotContain("PRIVATE");
        assertThat(folder.resolve("audit-verifier-key.txt")).content().startsWith("sidik.local/audit/");
        try (var secrets = Files.list(folder.resolve("keys"))) {
            assertThat(secrets)
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nid-hash.key", "records.tink.json", "receipt-signing.pem", "audit-signing.pem"})
    void neverInventsAKeyThatIsLost(String name) throws IOException {
        KeyRing.openOrCreate(folder, false);
        Files.delete(folder.resolve("keys").resolve(name));

        assertThatThrownBy(() -> KeyRing.openOrCreate(folder, true))
                .isInstanceOf(KeysRefusedException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("backup");
        assertThat(folder.resolve("keys").resolve(name)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nid-hash.key", "records.tink.json", "receipt-signing.pem", "audit-signing.pem"})
    void refusesAKeyThatIsDamagedWithoutRepeatingIt(String name) throws IOException {
        KeyRing.openOrCreate(folder, false);
        Path file = folder.resolve("keys").resolve(name);
        String secret = Files.readString(file);
        Files.writeString(file, secret.substring(0, secret.length() / 2));

        assertThatThrownBy(() -> KeyRing.openOrCreate(folder, true))
                .isInstanceOf(KeysRefusedException.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining(secret.substring(0, secret.length() / 2));
    }

    @Test
    void refusesAKeyThatOthersMayRead() throws IOException {
        KeyRing.openOrCreate(folder, false);
        Path file = folder.resolve("keys").resolve("nid-hash.key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> KeyRing.openOrCreate(folder, true))
                .isInstanceOf(KeysRefusedException.class)
                .hasMessageContaining("open to others");
    }
}
