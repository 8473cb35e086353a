package id.sidik.matcher;

import static id.sidik.matcher.RunningMatcher.synthetic;
import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.biometrics.v1.Sample;
import id.sidik.matcher.v1.GalleryStatusRequest;
import id.sidik.matcher.v1.ImportOutcome;
import id.sidik.matcher.v1.ImportReferencesRequest;
import id.sidik.matcher.v1.ImportReferencesResponse;
import id.sidik.matcher.v1.MatcherServiceGrpc;
import id.sidik.wire.trust.Role;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    private static final int RECORDS = 200;

    @TempDir
    private Path data;

    @Test
    void answersEachRecordInOrderAndGoesOnAfterBadOnes() {
        List<ImportReferencesRequest> requests = IntStream.range(0, RECORDS)
                .mapToObj(i -> request(i, i % 10 == 3 ? Sample.getDefaultInstance() : synthetic(i % 5, 0)))
                .toList();
        try (RunningMatcher matcher = RunningMatcher.start(data)) {
            List<ImportReferencesResponse> answers = imported(matcher, requests);
            assertThat(answers)
                    .extracting(ImportReferencesResponse::getSubjectId)
                    .containsExactlyElementsOf(requests.stream()
                            .map(ImportReferencesRequest::getSubjectId)
                            .toList());
            assertThat(answers.stream().filter(answer -> answer.getOutcome() == ImportOutcome.REFUSED))
                    .hasSize(RECORDS / 10)
                    .allSatisfy(answer -> {
                        assertThat(answer.getReason()).isEqualTo("IMAGE_EMPTY");
                        assertThat(answer.getDetail()).isNotBlank();
                    });
            assertThat(answers.getLast().getStoredTotal()).isEqualTo(RECORDS - RECORDS / 10);
            assertThat(imported(matcher, requests)).as("once more").isEqualTo(answers);
            assertThat(matcher.eligibility()
                            .galleryStatus(GalleryStatusRequest.getDefaultInstance())
                            .getIndexedReferences())
                    .isEqualTo(RECORDS - RECORDS / 10);
        }
    }

    private static ImportReferencesRequest request(int i, Sample sample) {
        return ImportReferencesRequest.newBuilder()
                .setIdempotencyKey("import-" + i)
                .setSubjectId("subject-" + i)
                .addSamples(sample)
                .build();
    }

    private static List<ImportReferencesResponse> imported(
            RunningMatcher matcher, List<ImportReferencesRequest> requests) {
        List<ImportReferencesResponse> answers = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        StreamObserver<ImportReferencesRequest> out = MatcherServiceGrpc.newStub(matcher.channel(Role.ELIGIBILITY))
                .importReferences(new StreamObserver<>() {
                    @Override
                    public void onNext(ImportReferencesResponse answer) {
                        answers.add(answer);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        ended.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        ended.complete(null);
                    }
                });
        requests.forEach(out::onNext);
        out.onCompleted();
        ended.join();
        return answers;
    }
}
