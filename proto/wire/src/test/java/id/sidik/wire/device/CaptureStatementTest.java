package id.sidik.wire.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.KeySuccession;
import id.sidik.biometrics.v1.RawImage;
import id.sidik.biometrics.v1.Sample;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.proof.ProofRefusedException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaptureStatementTest {
    private static final String NID = "3174011708850003";
    private static final CaptureSeal SEAL = CaptureSeal.newBuilder()
            .setDeviceId("bridge-1")
            .setKeyId("0011223344556677")
            .setNonce(ByteString.copyFrom(new byte[16]))
            .setTransaction("capture-1")
            .setCapturedAt(Timestamp.newBuilder().setSeconds(1_795_514_401L).setNanos(250_000_000))
            .setDpi(508.5)
            .setSignature(ByteString.copyFrom(new byte[64]))
            .build();
    private static final Sample SAMPLE = Sample.newBuilder()
            .setFinger(FingerPosition.RIGHT_INDEX)
            .setRaw(RawImage.newBuilder()
                    .setWidthPx(2)
                    .setHeightPx(1)
                    .setDpi(508.5)
                    .setPixels(ByteString.copyFromUtf8("ab")))
            .build();

    @Test
    void saysEachThingThatTheCaptureIsBoundTo() {
        assertThat(text(SEAL, NID, List.of(SAMPLE), "")).isEqualTo("""
                        sidik.id/capture/v1
                        device bridge-1
                        key 0011223344556677
                        nonce 00000000000000000000000000000000
                        transaction capture-1
                        subject 3174011708850003
                        captured 1795514401.250000000
                        millidpi 508500
                        fault -
                        sample 2 raw 2x1 508500 fb8e20fc2e4c3f248c60c39bd652f3c1347298bb977b8b4d5903b85055620603
                        """);
    }

    static Stream<byte[]> changes() {
        CaptureSeal.Builder seal = SEAL.toBuilder();
        List<Sample> samples = List.of(SAMPLE);
        return Stream.of(
                CaptureStatement.of(seal.clone().setDeviceId("bridge-2").build(), NID, samples, ""),
                CaptureStatement.of(seal.clone().setKeyId("1011223344556677").build(), NID, samples, ""),
                CaptureStatement.of(
                        seal.clone()
                                .setNonce(ByteString.copyFromUtf8("0123456789abcdef"))
                                .build(),
                        NID,
                        samples,
                        ""),
                CaptureStatement.of(seal.clone().setTransaction("capture-2").build(), NID, samples, ""),
                CaptureStatement.of(
                        seal.clone()
                                .setCapturedAt(Timestamp.newBuilder().setSeconds(1))
                                .build(),
                        NID,
                        samples,
                        ""),
                CaptureStatement.of(seal.clone().setDpi(500).build(), NID, samples, ""),
                CaptureStatement.of(SEAL, "3174011708850004", samples, ""),
                CaptureStatement.of(SEAL, NID, List.of(), ""),
                CaptureStatement.of(SEAL, NID, samples, "FINGER_TIMEOUT"),
                CaptureStatement.of(
                        SEAL,
                        NID,
                        List.of(SAMPLE.toBuilder()
                                .setFinger(FingerPosition.LEFT_INDEX)
                                .build()),
                        ""));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changesWithEachOfThem(byte[] changed) {
        assertThat(changed).isNotEqualTo(CaptureStatement.of(SEAL, NID, List.of(SAMPLE), ""));
    }

    @Test
    void letsNoWordPassForTwoLines() {
        CaptureSeal twoLines = SEAL.toBuilder().setTransaction("a\nsubject b").build();

        assertThatIllegalArgumentException().isThrownBy(() -> CaptureStatement.of(twoLines, NID, List.of(), ""));
        assertThat(CaptureStatement.isWellFormed(twoLines)).isFalse();
        assertThat(CaptureStatement.isWellFormed(SEAL)).isTrue();
        assertThat(CaptureStatement.isWellFormed(SEAL.toBuilder().clearNonce().build()))
                .isFalse();
        assertThat(CaptureStatement.isWellFormed(
                        SEAL.toBuilder().clearSignature().build()))
                .isFalse();
        assertThat(CaptureStatement.isDeviceId("d".repeat(41))).isFalse();
    }

    @Test
    void followsAKeyThatTheFormerOneVouchesFor() {
        KeyPair former = Ed25519.newPair();
        KeyPair next = Ed25519.newPair();
        KeySuccession succession = succession(former, next, "bridge-1");

        assertThat(SuccessionStatement.nextKey("bridge-1", former.getPublic(), succession))
                .isEqualTo(next.getPublic());
        assertThatThrownBy(() -> SuccessionStatement.nextKey("bridge-2", former.getPublic(), succession))
                .isInstanceOf(ProofRefusedException.class);
        assertThatThrownBy(() -> SuccessionStatement.nextKey("bridge-1", next.getPublic(), succession))
                .isInstanceOf(ProofRefusedException.class);
    }

    private static KeySuccession succession(KeyPair former, KeyPair next, String deviceId) {
        String formerId = Ed25519.keyId(former.getPublic());
        return KeySuccession.newBuilder()
                .setFormerKeyId(formerId)
                .setPublicKey(Ed25519.toBase64Url(next.getPublic()))
                .setSignature(ByteString.copyFrom(Ed25519.sign(
                        former.getPrivate(), SuccessionStatement.of(deviceId, formerId, next.getPublic()))))
                .build();
    }

    private static String text(CaptureSeal seal, String nid, List<Sample> samples, String fault) {
        return new String(CaptureStatement.of(seal, nid, samples, fault), StandardCharsets.UTF_8);
    }
}
