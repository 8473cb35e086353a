package id.sidik.matcher;

import static id.sidik.matcher.RunningMatcher.enrolment;
import static id.sidik.matcher.RunningMatcher.synthetic;
import static id.sidik.matcher.RunningMatcher.verification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.sidik.matcher.store.StoreDamage;
import id.sidik.matcher.v1.DuplicateSearch;
import id.sidik.matcher.v1.GalleryState;
import id.sidik.matcher.v1.GalleryStatusRequest;
import id.sidik.matcher.v1.GalleryStatusResponse;
import id.sidik.matcher.v1.IdentifyRequest;
import id.sidik.matcher.v1.MatcherServiceGrpc.MatcherServiceBlockingStub;
import id.sidik.wire.config.ConfigException;
import id.sidik.wire.process.RunFile;
import id.sidik.wire.rpc.RpcError;
import id.sidik.wire.trust.Role;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultTest {
    @TempDir
    private Path data;

    @BeforeEach
    void enrolThree() {
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            for (int i = 0; i < 3; i++) {
                matcher.eligibility()
                        .enrol(enrolment("enrolment-" + i, "subject-" + i, DuplicateSearch.SKIP, synthetic(i, 0)));
            }
        }
    }

    @Test
    void refusesToServeOverOneFlippedBitAndNamesTheRecord() {
        Path database = data.resolve("matcher").resolve("db");
        for (int record = 0; record < StoreDamage.recordCount(database); record++) {
            int middle = StoreDamage.recordBytes(database, record) / 2;
            String name = StoreDamage.flipBit(database, record, middle, 3);
            try (RunningMatcher matcher = RunningMatcher.start(data)) {
                assertServesNothing(matcher, name);
            }
            StoreDamage.flipBit(database, record, middle, 3);
        }
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            assertThat(statusOf(matcher).getState()).isEqualTo(GalleryState.SERVING);
        }
    }

    private void assertServesNothing(RunningMatcher matcher, String record) {
        MatcherServiceBlockingStub stub = matcher.eligibility();
        assertDataLoss(stub, record, it -> it.verify(verification("subject-0", synthetic(0, 0))));
        assertDataLoss(
                stub,
                record,
                it -> it.identify(
                        IdentifyRequest.newBuilder().addSamples(synthetic(0, 0)).build()));
        assertDataLoss(
                stub, record, it -> it.enrol(enrolment("late-key", "late", DuplicateSearch.SKIP, synthetic(9, 0))));
        GalleryStatusResponse status = statusOf(matcher);
        assertThat(status.getState()).isEqualTo(GalleryState.FAULT);
        assertThat(status.getFault()).contains(record);
        assertThat(HealthGrpc.newBlockingStub(matcher.channel(Role.ELIGIBILITY))
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus())
                .isEqualTo(ServingStatus.NOT_SERVING);
        assertThat(RunFile.read(data, "matcher"))
                .hasValueSatisfying(file -> assertThat(file).containsEntry("state", "FAULT"));
    }

    private static void assertDataLoss(
            MatcherServiceBlockingStub stub, String record, Consumer<MatcherServiceBlockingStub> call) {
        StatusRuntimeException refusal = catchThrowableOfType(StatusRuntimeException.class, () -> call.accept(stub));
        assertThat(refusal.getStatus().getCode()).isEqualTo(Code.DATA_LOSS);
        assertThat(RpcError.reasonOf(refusal)).hasValue("RECORD_CORRUPT");
        assertThat(RpcError.metadataOf(refusal)).containsEntry("record", record);
    }

    private static GalleryStatusResponse statusOf(RunningMatcher matcher) {
        return matcher.eligibility().galleryStatus(GalleryStatusRequest.getDefaultInstance());
    }

    @Test
    void refusesToStartWithoutItsKey() throws IOException {
        Files.delete(data.resolve("matcher").resolve("keys").resolve("records.json"));
        assertThatThrownBy(() -> RunningMatcher.start(data))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Restore the key");
    }

    @Test
    void refusesToStartWithAnotherNumberOfPartitions() {
        assertThatThrownBy(() -> RunningMatcher.start(data, Map.of("SIDIK_MATCHER_PARTITIONS", "16")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("set matcher.partitions to 8");
    }

    @Test
    void removesItsRunFileWhenItEnds() {
        RunningMatcher matcher = RunningMatcher.start(data);
        assertThat(RunFile.addressOf(data, "matcher"))
                .hasValue(matcher.process().address());
        matcher.close();
        assertThat(RunFile.read(data, "matcher")).isEmpty();
    }

    @Test
    void takesNoMoreReferencesThanTheGalleryWasPlannedFor() {
        try (RunningMatcher matcher = RunningMatcher.start(data, Map.of("SIDIK_MATCHER_GALLERY_REFERENCES_MAX", "3"))) {
            StatusRuntimeException refusal = catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> matcher.eligibility()
                            .enrol(enrolment("one-too-many", "late", DuplicateSearch.SKIP, synthetic(9, 0))));
            assertThat(RpcError.reasonOf(refusal)).hasValue("GALLERY_FULL");
        }
    }

    @Test
    void takesNoReferenceOntoAFullDiskAndGoesOnVerifying() {
        try (RunningMatcher matcher = RunningMatcher.start(data, Map.of("SIDIK_MATCHER_DISK_RESERVE_MIB", "1000000"))) {
            StatusRuntimeException refusal = catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> matcher.eligibility()
                            .enrol(enrolment("disk-is-full", "late", DuplicateSearch.SKIP, synthetic(9, 0))));
            assertThat(RpcError.reasonOf(refusal)).hasValue("DISK_FULL");
            assertThat(refusal.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
            assertThat(matcher.eligibility()
                            .verify(verification("subject-0", synthetic(0, 1)))
                            .getQualitiesCount())
                    .isEqualTo(1);
        }
    }
}
