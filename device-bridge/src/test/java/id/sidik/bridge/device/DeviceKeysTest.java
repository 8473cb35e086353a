package id.sidik.bridge.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.biometrics.v1.Sample;
import id.sidik.biometrics.v1.SidikTemplate;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.wire.device.CaptureStatement;
import id.sidik.wire.device.SuccessionStatement;
import id.sidik.wire.proof.Ed25519;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceKeysTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T03:04:05.678Z"));
    private static final CheckEligibilityRequest QUESTION = CheckEligibilityRequest.newBuilder()
            .setIdempotencyKey("capture-1")
            .setNid("3174011708850003")
            .addSamples(Sample.newBuilder().setTemplate(SidikTemplate.getDefaultInstance()))
            .build();

    @TempDir
    Path folder;

    private DeviceKeys open() {
        return DeviceKeys.openOrCreate(folder, () -> "bridge-1", CLOCK);
    }

    private Path file() {
        return folder.resolve("keys").resolve("device.pem");
    }

    @Test
    void keepsOneKeyThatItsOwnerAloneMayRead() throws IOException {
        DeviceKey made = open().current();
        DeviceKey read = DeviceKeys.openOrCreate(folder, () -> "another", CLOCK).current();

        assertThat(read.deviceId()).isEqualTo("bridge-1");
        assertThat(read.keyId()).isEqualTo(made.keyId());
        assertThat(read.madeAt()).isEqualTo(Instant.parse("2026-03-02T03:04:05Z"));
        assertThat(read.succession()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void letsTheFormerKeyVouchForTheNextAndDestroysIt() throws IOException {
        DeviceKeys keys = open();
        DeviceKey former = keys.current();
        String formerText = Files.readString(file());

        DeviceKey next = keys.rotate(former.keyId());

        assertThat(next.keyId()).isNotEqualTo(former.keyId());
        assertThat(SuccessionStatement.nextKey(
                        "bridge-1", former.publicKey(), next.succession().orElseThrow()))
                .isEqualTo(next.publicKey());
        assertThat(open().current().succession()).isEqualTo(next.succession());
        assertThat(Files.readString(file()).lines().filter(line -> line.length() > 40))
                .doesNotContainAnyElementsOf(
                        formerText.lines().filter(line -> line.length() > 40).toList());
        assertThat(folder.resolve("keys")).isDirectoryContaining("glob:**/device.pem");
        try (var files = Files.list(folder.resolve("keys"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void rotatesOnceHoweverOftenItIsAsked() {
        DeviceKeys keys = open();
        String former = keys.current().keyId();

        DeviceKey next = keys.rotate(former);

        assertThat(keys.rotate(former).keyId()).isEqualTo(next.keyId());
        assertThatThrownBy(() -> keys.rotate("0011223344556677"))
                .isInstanceOf(DeviceKeyChangedException.class)
                .hasMessageContaining(next.keyId());
    }

    @Test
    void refusesAKeyThatIsOpenToOthersOrDamagedWithoutRepeatingIt() throws IOException {
        open();
        String secret = Files.readString(file()).lines().toList().get(3);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(this::open).isInstanceOf(DeviceKeyException.class).hasMessageContaining("open to others");

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file(), Files.readString(file()).replace(secret, secret.substring(4)));
        assertThatThrownBy(this::open)
                .isInstanceOf(DeviceKeyException.class)
                .hasMessageContaining("device.pem")
                .hasStackTraceContaining("device key")
                .satisfies(refusal ->
                        assertThat(String.valueOf(refusal.getCause())).doesNotContain(secret));
    }

    @Test
    void sealsAQuestionSoThatAnyChangeShows() {
        DeviceKeys keys = open();
        CaptureSealer sealer = new CaptureSealer(keys, new Random(1));
        PublicKey key = keys.current().publicKey();

        CaptureSeal seal = sealer.seal(QUESTION, 500);

        assertThat(CaptureStatement.isWellFormed(seal)).isTrue();
        assertThat(holds(key, seal, QUESTION)).isTrue();
        assertThat(holds(key, seal.toBuilder().setDpi(508).build(), QUESTION)).isFalse();
        assertThat(holds(
                        key,
                        seal,
                        QUESTION.toBuilder().setNid("3174011708850004").build()))
                .isFalse();
        assertThat(sealer.seal(QUESTION, 500).getNonce()).isNotEqualTo(seal.getNonce());
    }

    @Test
    void tellsWithEachSealHowItsKeyFollowsFromTheOneBefore() {
        DeviceKeys keys = open();
        DeviceKey former = keys.current();
        keys.rotate(former.keyId());

        CaptureSeal seal = new CaptureSealer(keys, new Random(1)).seal(QUESTION, 500);

        PublicKey next = SuccessionStatement.nextKey(seal.getDeviceId(), former.publicKey(), seal.getSuccession());
        assertThat(seal.getKeyId()).isEqualTo(Ed25519.keyId(next));
        assertThat(holds(next, seal, QUESTION)).isTrue();
    }

    private static boolean holds(PublicKey key, CaptureSeal seal, CheckEligibilityRequest question) {
        return Ed25519.verifies(
                key,
                CaptureStatement.of(seal, question.getNid(), question.getSamplesList(), ""),
                seal.getSignature().toByteArray());
    }
}
