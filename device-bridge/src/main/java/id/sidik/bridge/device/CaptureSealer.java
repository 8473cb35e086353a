package id.sidik.bridge.device;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.biometrics.v1.Sample;
import id.sidik.eligibility.v1.CaptureFault;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.wire.device.CaptureStatement;
import java.util.List;
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
        CaptureSeal.Builder seal = sealOf(key, question.getIdempotencyKey(), question.getCapturedAt(), dpi);
        return signed(seal, key, subjectOf(question), question.getSamplesList(), faultOf(question));
    }

    /** The seal of a registration that is complete but for it. */
    public CaptureSeal seal(RegisterMemberRequest registration, Timestamp capturedAt, double dpi) {
        DeviceKey key = keys.current();
        CaptureSeal.Builder seal = sealOf(key, registration.getIdempotencyKey(), capturedAt, dpi);
        return signed(seal, key, registration.getNid(), registration.getSamplesList(), "");
    }

    private CaptureSeal.Builder sealOf(DeviceKey key, String transaction, Timestamp capturedAt, double dpi) {
        CaptureSeal.Builder seal = CaptureSeal.newBuilder()
                .setDeviceId(key.deviceId())
                .setKeyId(key.keyId())
                .setNonce(nonce())
                .setTransaction(transaction)
                .setCapturedAt(capturedAt)
                .setDpi(dpi);
        key.succession().ifPresent(seal::setSuccession);
        return seal;
    }

    private static CaptureSeal signed(
            CaptureSeal.Builder seal, DeviceKey key, String subject, List<Sample> samples, String fault) {
        byte[] statement = CaptureStatement.of(seal.build(), subject, samples, fault);
        return seal.setSignature(key.sign(statement)).build();
    }

    private static String subjectOf(CheckEligibilityRequest question) {
        return question.getNid().isEmpty() ? question.getCardNumber() : question.getNid();
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
