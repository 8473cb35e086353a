package id.sidik.matcher.rpc;

import com.google.protobuf.Message;
import id.sidik.biometrics.v1.EncodedImage;
import id.sidik.biometrics.v1.RawImage;
import id.sidik.engine.image.FingerImage;
import id.sidik.engine.image.ImageDecoder;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import id.sidik.engine.interchange.FingerView;
import id.sidik.engine.interchange.MinutiaeRecord;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.Template;
import id.sidik.matcher.sample.Sample;
import id.sidik.matcher.store.IdempotentRequest;
import id.sidik.matcher.store.ReferenceKey;
import id.sidik.wire.rpc.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Reads what a request says; refuses what it can not mean. */
final class RequestReading {
    private RequestReading() {}

    static String subjectId(String value) {
        return identifier(value, "subject_id", "SUBJECT_ID_INVALID");
    }

    /** What a seal is bound to. */
    static String label(String value) {
        return identifier(value, "label", "LABEL_INVALID");
    }

    private static String identifier(String value, String field, String reason) {
        if (!ReferenceKey.isSubjectId(value)) {
            throw new InvalidRequestException(
                    reason, field + " must be 1 to 64 of [A-Za-z0-9._-], and has " + value.length() + " characters");
        }
        return value;
    }

    /** The samples, unread: decoding them costs more than the edge should pay. */
    static List<Sample> samples(List<id.sidik.biometrics.v1.Sample> samples, int samplesMax) {
        if (samples.isEmpty()) {
            throw new InvalidRequestException("SAMPLES_MISSING", "samples must have 1 to " + samplesMax + " entries");
        }
        if (samples.size() > samplesMax) {
            throw new InvalidRequestException(
                    "SAMPLES_TOO_MANY", "samples must have 1 to " + samplesMax + " entries, and has " + samples.size());
        }
        return samples.stream().map(RequestReading::sample).toList();
    }

    private static Sample sample(id.sidik.biometrics.v1.Sample sample) {
        FingerPosition finger = finger(sample.getFingerValue());
        return switch (sample.getDataCase()) {
            case ENCODED -> new Sample.OfImage(finger, () -> decoded(sample.getEncoded()));
            case RAW -> new Sample.OfImage(finger, () -> raw(sample.getRaw()));
            case TEMPLATE ->
                new Sample.OfTemplate(
                        finger,
                        () -> Template.parse(sample.getTemplate().getContent().toByteArray()));
            case MINUTIAE -> new Sample.OfMinutiae(finger, () -> minutiae(sample.getMinutiae()));
            case DATA_NOT_SET ->
                throw new InvalidSampleException(
                        SampleFault.IMAGE_EMPTY, "A sample has no data; set encoded, raw, template or minutiae");
        };
    }

    static FingerPosition finger(int isoNumber) {
        try {
            return FingerPosition.ofIsoNumber(isoNumber);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("FINGER_POSITION_INVALID", String.valueOf(e.getMessage()));
        }
    }

    private static FingerImage decoded(EncodedImage image) {
        return ImageDecoder.decode(image.getContent().toByteArray(), image.getDpi());
    }

    private static FingerView minutiae(id.sidik.biometrics.v1.MinutiaeRecord minutiae) {
        return MinutiaeRecord.parse(minutiae.getContent().toByteArray()).onlyView();
    }

    private static FingerImage raw(RawImage image) {
        return FingerImage.of(
                unsigned(image.getWidthPx()),
                unsigned(image.getHeightPx()),
                image.getDpi(),
                image.getPixels().toByteArray());
    }

    /** A uint32 beyond the range of int is out of every range of ours: the largest int stands for it. */
    private static int unsigned(int uint32) {
        return uint32 < 0 ? Integer.MAX_VALUE : uint32;
    }

    /** An error rate; 0 means the server's own. */
    static double targetRate(String field, double value, double serversOwn) {
        if (value == 0) {
            return serversOwn;
        }
        if (!(value > 0 && value < 1)) {
            throw new InvalidRequestException(
                    "TARGET_RATE_OUT_OF_RANGE",
                    field + " must be above 0 and below 1, or 0 for the server's own: " + value);
        }
        return value;
    }

    /** What makes two requests the same one: the method and every byte that was asked. */
    static IdempotentRequest idempotent(String idempotencyKey, String method, Message request) {
        String key = IdempotencyKey.ofRequest(idempotencyKey).value();
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(method.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return new IdempotentRequest(key, HexFormat.of().formatHex(sha256.digest(request.toByteArray())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
