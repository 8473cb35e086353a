package id.sidik.bridge.device;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.eligibility.v1.CaptureFault;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.wire.device.CaptureStatement;
import java.util.random.RandomGenerator;

/** Seals what this device captured, so that the gate can tell that it was this one, now, for this question. */
public final class CaptureSealer {
    private final DeviceKeys keys;
    private final RandomGenerator random;

    /** @param random for nonces; unpredictable */
    public CaptureSealer(DeviceKeys keys, RandomGenerator random) {
        this.keys = keys;
        this.random = random;
    }

    /**
     * The seal of a question that is complete but for it. A signature takes well below a millisecond.
     *
     * @param dpi of the scanner; 0 when no image came
     */
    public CaptureSeal seal(CheckEligibilityRequest question, double dpi) {
        DeviceKey key = keys.current();
        CaptureSeal.Builder seal = CaptureSeal.newBuilder()
                .setDeviceId(key.deviceId())
                .setKeyId(key.keyId())
                .setNonce(nonce())
                .setTransaction(question.getIdempotencyKey())
                .setCapturedAt(question.getCapturedAt())
                .setDpi(dpi);
        key.succession().ifPresent(seal::setSuccession);
        byte[] statement =
                CaptureStatement.of(seal.build(), question.getNid(), question.getSamplesList(), faultOf(question));
        return seal.setSignature(key.sign(statement)).build();
    }

    private static String faultOf(CheckEligibilityRequest question) {
        CaptureFault fault = question.getCaptureFault();
        return fault == CaptureFault.CAPTURE_FAULT_UNSPECIFIED ? "" : fault.name();
    }

    private ByteString nonce() {
        byte[] nonce = new byte[CaptureStatement.NONCE_BYTES];
        random.nextBytes(nonce);
        return ByteString.copyFrom(nonce);
    }
}
