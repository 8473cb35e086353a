package id.sidik.matcher;

import static id.sidik.matcher.RunningMatcher.enrolment;
import static id.sidik.matcher.RunningMatcher.synthetic;
import static id.sidik.matcher.RunningMatcher.verification;
import static id.sidik.matcher.prints.SharedPrints.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import id.sidik.biometrics.v1.EncodedImage;
import id.sidik.biometrics.v1.RawImage;
import id.sidik.biometrics.v1.Sample;
import id.sidik.biometrics.v1.SidikTemplate;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.MinutiaType;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.interchange.FingerView;
import id.sidik.engine.interchange.MinutiaeRecord;
import id.sidik.engine.interchange.MinutiaeStandard;
import id.sidik.engine.template.Algorithm;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;
import id.sidik.matcher.prints.SharedPrints;
import id.sidik.matcher.v1.DuplicateSearch;
import id.sidik.matcher.v1.EnrolRequest;
import id.sidik.matcher.v1.GalleryStatusRequest;
import id.sidik.matcher.v1.IdentifyRequest;
import id.sidik.matcher.v1.MatcherServiceGrpc.MatcherServiceBlockingStub;
import id.sidik.matcher.v1.VerifyOutcome;
import id.sidik.matcher.v1.WithdrawRequest;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.trust.Role;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalTest {
    @TempDir
    private static Path data;

    private static RunningMatcher matcher;
    private static MatcherServiceBlockingStub stub;

    @BeforeAll
    static void start() {
        matcher = RunningMatcher.start(data);
        stub = matcher.eligibility();
    }

    @AfterAll
    static void stop() {
        matcher.close();
    }

    @Test
    void refusesBadSamplesPreciselyAndLivesOn() {
        byte[] sound = SharedPrints.file(101, 1);
        assertRefused(encoded(new byte[0], 500), "IMAGE_EMPTY");
        assertRefused(encoded(Arrays.copyOf(sound, sound.length / 2), 500), "IMAGE_TRUNCATED");
        assertRefused(encoded(png(1, 1, BufferedImage.TYPE_BYTE_GRAY), 500), "IMAGE_TOO_SMALL");
        assertRefused(encoded(pngHeader(20_000, 20_000), 500), "IMAGE_TOO_LARGE");
        assertRefused(encoded(randomBytes(10_000), 500), "IMAGE_FORMAT_UNKNOWN");
        assertRefused(encoded(sound, 0), "DPI_OUT_OF_RANGE");
        assertRefused(encoded(sound, 100_000), "DPI_OUT_OF_RANGE");
        assertRefused(encoded(sound, Double.NaN), "DPI_OUT_OF_RANGE");
        assertRefused(raw(100, 100, 9_999), "IMAGE_TRUNCATED");
        assertRefused(raw(-1, 100, 0), "IMAGE_TOO_LARGE");
        assertRefused(template(randomBytes(500)), "TEMPLATE_CORRUPT");
        assertRefused(minutiae(randomBytes(500)), "TEMPLATE_CORRUPT");
        assertRefused(minutiae(recordOfTwoViews()), "TEMPLATE_NOT_ONE_FINGER");
        assertRefused(template(templateOfAnotherVersion()), "TEMPLATE_VERSION_UNSUPPORTED");
        assertRefused(Sample.getDefaultInstance(), "IMAGE_EMPTY");
        assertRefused(synthetic(1, 0).toBuilder().setFingerValue(11).build(), "FINGER_POSITION_INVALID");
        assertThat(stub.verify(verification("nobody", sample(101, 1))).getOutcome())
                .isEqualTo(VerifyOutcome.NOT_ENROLLED);
    }

    @Test
    void takesColourAnd16BitsAsTheGreyThatTheyShow() {
        for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_USHORT_GRAY}) {
            VerifyOutcome outcome = stub.verify(verification("nobody", encoded(png(300, 300, type), 500)))
                    .getOutcome();
            assertThat(outcome).as("a blank image").isEqualTo(VerifyOutcome.PROBE_TOO_POOR);
        }
    }

    @Test
    void saysWhichSampleOfSeveralIsBad() {
        StatusRuntimeException refusal = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> stub.verify(verification("nobody", synthetic(1, 0), encoded(new byte[0], 500))));
        assertThat(refusal.getStatus().getDescription()).startsWith("Sample 2 of 2: ");
    }

    @Test
    void refusesRequestsThatCanNotMeanAnything() {
        Sample finger = synthetic(1, 0);
        assertRefused(() -> stub.verify(verification("a b", finger)), Code.INVALID_ARGUMENT, "SUBJECT_ID_INVALID");
        assertRefused(() -> stub.verify(verification("", finger)), Code.INVALID_ARGUMENT, "SUBJECT_ID_INVALID");
        assertRefused(() -> stub.verify(verification("p")), Code.INVALID_ARGUMENT, "SAMPLES_MISSING");
        Sample[] eleven = new Sample[11];
        Arrays.fill(eleven, finger);
        assertRefused(() -> stub.verify(verification("p", eleven)), Code.INVALID_ARGUMENT, "SAMPLES_TOO_MANY");
        for (double rate : new double[] {-0.1, 1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertRefused(
                    () -> stub.verify(verification("p", finger).toBuilder()
                            .setTargetFmr(rate)
                            .build()),
                    Code.INVALID_ARGUMENT,
                    "TARGET_RATE_OUT_OF_RANGE");
        }
        assertRefused(
                () -> stub.identify(IdentifyRequest.newBuilder()
                        .addSamples(finger)
                        .setCandidatesMax(101)
                        .build()),
                Code.INVALID_ARGUMENT,
                "CANDIDATES_MAX_OUT_OF_RANGE");
        EnrolRequest sound = enrolment("sound-key", "p", DuplicateSearch.SKIP, finger);
        assertRefused(
                () -> stub.enrol(sound.toBuilder().clearDuplicateSearch().build()),
                Code.INVALID_ARGUMENT,
                "DUPLICATE_SEARCH_MISSING");
        assertRefused(
                () -> stub.enrol(sound.toBuilder().setIdempotencyKey("short").build()),
                Code.INVALID_ARGUMENT,
                "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void answersARepeatedRequestAndRefusesItsKeyForAnother() {
        EnrolRequest request = enrolment("repeated-key", "p-repeat", DuplicateSearch.SKIP, synthetic(2, 0));
        assertThat(stub.enrol(request)).isEqualTo(stub.enrol(request));
        assertRefused(
                () -> stub.enrol(request.toBuilder().setSubjectId("p-other").build()),
                Code.FAILED_PRECONDITION,
                "IDEMPOTENCY_KEY_REUSED");
        assertRefused(
                () -> stub.withdraw(WithdrawRequest.newBuilder()
                        .setIdempotencyKey("repeated-key")
                        .setSubjectId("p-repeat")
                        .build()),
                Code.FAILED_PRECONDITION,
                "IDEMPOTENCY_KEY_REUSED");
        assertThat(stub.verify(verification("p-other", synthetic(2, 0))).getOutcome())
                .isEqualTo(VerifyOutcome.NOT_ENROLLED);
    }

    @Test
    void refusesEveryRoleButEligibility() {
        for (Role role : Role.ofTheHouse()) {
            if (role != Role.ELIGIBILITY) {
                assertRefused(
                        () -> matcher.as(role).galleryStatus(GalleryStatusRequest.getDefaultInstance()),
                        Code.PERMISSION_DENIED,
                        "ROLE_NOT_ALLOWED");
            }
        }
    }

    @Test
    void refusesACallerWithoutACertificateInTheHandshake() throws Exception {
        ManagedChannel anonymous = Grpc.newChannelBuilder(
                        matcher.process().address().toString(),
                        TlsChannelCredentials.newBuilder()
                                .trustManager(data.resolve("trust")
                                        .resolve("ca.cert.pem")
                                        .toFile())
                                .build())
                .overrideAuthority("localhost")
                .build();
        try {
            StatusRuntimeException refusal = catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> HealthGrpc.newBlockingStub(anonymous)
                            .withDeadlineAfter(30, TimeUnit.SECONDS)
                            .check(HealthCheckRequest.getDefaultInstance()));
            assertThat(refusal.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE);
        } finally {
            anonymous.shutdownNow();
        }
    }

    @Test
    void tellsTheHealthThatItHas() {
        assertThat(HealthGrpc.newBlockingStub(matcher.channel(Role.BRIDGE))
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus())
                .isEqualTo(ServingStatus.SERVING);
    }

    @Test
    void refusesAMessageThatIsTooLarge() {
        StatusRuntimeException refusal = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> stub.verify(verification("nobody", encoded(new byte[17 << 20], 500))));
        assertThat(refusal.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(stub.galleryStatus(GalleryStatusRequest.getDefaultInstance()).getPartitionsCount())
                .isEqualTo(8);
    }

    private static void assertRefused(Sample sample, String reason) {
        assertRefused(() -> stub.verify(verification("nobody", sample)), Code.INVALID_ARGUMENT, reason);
    }

    private static void assertRefused(Runnable call, Code code, String reason) {
        StatusRuntimeException refusal = catchThrowableOfType(StatusRuntimeException.class, call::run);
        assertThat(refusal).as(reason).isNotNull();
        assertThat(RpcError.reasonOf(refusal)).as(refusal.toString()).hasValue(reason);
        assertThat(refusal.getStatus().getCode()).isEqualTo(code);
        assertThat(refusal.getStatus().getDescription()).as(reason).isNotBlank();
    }

    private static Sample encoded(byte[] content, double dpi) {
        return Sample.newBuilder()
                .setEncoded(EncodedImage.newBuilder()
                        .setContent(ByteString.copyFrom(content))
                        .setDpi(dpi))
                .build();
    }

    private static Sample raw(int widthPx, int heightPx, int pixelCount) {
        return Sample.newBuilder()
                .setRaw(RawImage.newBuilder()
                        .setWidthPx(widthPx)
                        .setHeightPx(heightPx)
                        .setDpi(500)
                        .setPixels(ByteString.copyFrom(new byte[pixelCount])))
                .build();
    }

    private static Sample template(byte[] content) {
        return Sample.newBuilder()
                .setTemplate(SidikTemplate.newBuilder().setContent(ByteString.copyFrom(content)))
                .build();
    }

    private static Sample minutiae(byte[] content) {
        return Sample.newBuilder()
                .setMinutiae(
                        id.sidik.biometrics.v1.MinutiaeRecord.newBuilder().setContent(ByteString.copyFrom(content)))
                .build();
    }

    private static byte[] recordOfTwoViews() {
        FingerView view = new FingerView(
                id.sidik.engine.template.FingerPosition.RIGHT_THUMB,
                0,
                50,
                new FingerFeatures(
                        200,
                        200,
                        0,
                        Minutiae.builder().add(9, 9, 0, MinutiaType.ENDING, 9).build(),
                        RidgeField.NONE));
        return new MinutiaeRecord(MinutiaeStandard.ISO_2011, List.of(view, view)).encode();
    }

    private static byte[] templateOfAnotherVersion() {
        return Template.of(new Algorithm("sourceafis", "2.0.0"), new byte[] {1, 2, 3})
                .bytes(TemplateAccess.get());
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] png(int widthPx, int heightPx, int type) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(widthPx, heightPx, type), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A PNG that promises 400 million pixels in 45 bytes, and ends as one should. */
    private static byte[] pngHeader(int widthPx, int heightPx) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(widthPx)
                .putInt(heightPx)
                .put(new byte[] {8, 0, 0, 0, 0})
                .array();
        return ByteBuffer.allocate(45)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .put(pngChunk("IHDR", header))
                .put(pngChunk("IEND", new byte[0]))
                .array();
    }

    private static byte[] pngChunk(String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), Integer.BYTES, chunk.position() - Integer.BYTES);
        return chunk.putInt((int) crc.getValue()).array();
    }
}
