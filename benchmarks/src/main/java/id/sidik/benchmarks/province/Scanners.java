package id.sidik.benchmarks.province;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.wire.device.CaptureStatement;
import id.sidik.wire.proof.Ed25519;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The keys of all scanners, and the seals that bridges make with them. */
final class Scanners {
    private static final double DPI = 500;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();

    PublicKey publicKey(String device) {
        return pair(device).getPublic();
    }

    private KeyPair pair(String device) {
        return keys.computeIfAbsent(device, _ -> Ed25519.newPair());
    }

    /** The question, sealed by the scanner that it comes from. */
    CheckEligibilityRequest sealed(CheckEligibilityRequest question, String device) {
        KeyPair pair = pair(device);
        byte[] nonce = new byte[CaptureStatement.NONCE_BYTES];
        random.nextBytes(nonce);
        CaptureSeal seal = CaptureSeal.newBuilder()
                .setDeviceId(device)
                .setKeyId(Ed25519.keyId(pair.getPublic()))
                .setNonce(ByteString.copyFrom(nonce))
                .setTransaction(question.getIdempotencyKey())
                .setCapturedAt(question.getCapturedAt())
                .setDpi(DPI)
                .build();
        byte[] statement = CaptureStatement.of(seal, question.getNid(), question.getSamplesList(), "");
        return question.toBuilder()
                .setCaptureSeal(
                        seal.toBuilder().setSignature(ByteString.copyFrom(Ed25519.sign(pair.getPrivate(), statement))))
                .build();
    }
}
