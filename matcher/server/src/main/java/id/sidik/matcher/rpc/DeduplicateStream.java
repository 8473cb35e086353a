package id.sidik.matcher.rpc;

import id.sidik.matcher.deduplication.DeduplicationListener;
import id.sidik.matcher.deduplication.Progress;
import id.sidik.matcher.store.DuplicatePair;
import id.sidik.matcher.v1.DeduplicateProgress;
import id.sidik.matcher.v1.DeduplicateResponse;
import io.grpc.stub.ServerCallStreamObserver;

/** A job's pairs and progress on their way to the caller: the job waits when she takes none, and ends when she has gone. */
final class DeduplicateStream implements DeduplicationListener {
    private static final double NANOS_A_SECOND = 1e9;

    private final ServerCallStreamObserver<DeduplicateResponse> out;

    /** To be made before the service method returns. */
    DeduplicateStream(ServerCallStreamObserver<DeduplicateResponse> out) {
        this.out = out;
        out.setOnReadyHandler(this::lookAgain);
        out.setOnCancelHandler(this::lookAgain);
    }

    private synchronized void lookAgain() {
        notifyAll();
    }

    @Override
    public void pair(long number, DuplicatePair pair) throws InterruptedException {
        send(DeduplicateResponse.newBuilder()
                .setPair(id.sidik.matcher.v1.DuplicatePair.newBuilder()
                        .setNumber(number)
                        .setSubjectId(pair.subjectId())
                        .setOtherSubjectId(pair.otherSubjectId())
                        .setFmr(pair.fmr())
                        .setFpir(pair.fpir())
                        .setFinger(AnswerWriting.finger(pair.finger())))
                .build());
    }

    @Override
    public void progress(Progress progress) throws InterruptedException {
        DeduplicateProgress.Builder message = DeduplicateProgress.newBuilder()
                .setSubjectsDone(progress.subjectsDone())
                .setSubjectsTotal(progress.subjectsTotal())
                .setPairs(progress.pairs())
                .setFinished(progress.finished())
                .setGalleryVersion(progress.galleryVersion());
        progress.remaining().ifPresent(time -> message.setRemainingSeconds(time.toNanos() / NANOS_A_SECOND));
        send(DeduplicateResponse.newBuilder().setProgress(message).build());
    }

    private synchronized void send(DeduplicateResponse response) throws InterruptedException {
        while (!out.isReady() && !out.isCancelled()) {
            wait();
        }
        if (out.isCancelled()) {
            throw new InterruptedException("the caller has gone away");
        }
        out.onNext(response);
    }
}
