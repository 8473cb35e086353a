package id.sidik.benchmarks.capture;

import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.scanner.Detection;
import id.sidik.bridge.scanner.FingerScanner;
import id.sidik.bridge.scanner.ImageTransfer;
import id.sidik.bridge.scanner.Light;
import id.sidik.bridge.scanner.Readiness;
import id.sidik.bridge.scanner.TransferProgress;
import id.sidik.engine.image.FingerImage;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Notes when things happen in one capture after another, from between the bridge's parts: around its scanner, its judge of images and its
 * line to the gate. Threads hand over to each other within a capture; nothing is noted by two at once.
 */
final class StageWatch {
    private static final String CHECK = "CheckEligibility";

    private final LongSupplier nanoTime;
    private final Map<Stage, Long> spent = new EnumMap<>(Stage.class);
    private final List<FingerImage> images = new ArrayList<>();
    private long seenAt;
    private long lastEndAt;
    private long answeredAt;

    StageWatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The next capture. */
    synchronized void begin() {
        spent.clear();
        images.clear();
    }

    private synchronized void seen() {
        seenAt = nanoTime.getAsLong();
        lastEndAt = seenAt;
    }

    private <T> T during(Stage stage, Supplier<T> what) {
        long start = nanoTime.getAsLong();
        T result = what.get();
        note(stage, start);
        return result;
    }

    private synchronized void note(Stage stage, long start) {
        lastEndAt = nanoTime.getAsLong();
        spent.merge(stage, lastEndAt - start, Long::sum);
    }

    private synchronized long asked() {
        note(Stage.SEALING, lastEndAt);
        return lastEndAt;
    }

    private synchronized void answered(long askedAt) {
        note(Stage.DECISION, askedAt);
        answeredAt = lastEndAt;
    }

    private synchronized void received(FingerImage image) {
        images.add(image);
    }

    /** The page has read the answer. */
    synchronized Map<Stage, Long> told() {
        note(Stage.PAGE, answeredAt);
        long whole = lastEndAt - seenAt;
        long named = spent.values().stream().mapToLong(Long::longValue).sum();
        Map<Stage, Long> stages = new EnumMap<>(spent);
        stages.put(Stage.REST, whole - named);
        stages.put(Stage.WHOLE, whole);
        return stages;
    }

    /** Whether one placed finger and one image were enough. */
    synchronized boolean wasStraight() {
        return images.size() == 1;
    }

    synchronized FingerImage image() {
        return images.getLast();
    }

    /** Notes what the judge of images takes. */
    <T> Function<FingerImage, T> around(Function<FingerImage, T> assessor) {
        return image -> during(Stage.EXTRACTION, () -> assessor.apply(image));
    }

    FingerScanner around(FingerScanner scanner) {
        return new WatchedScanner(scanner);
    }

    /** Notes what the gate takes. */
    ClientInterceptor onTheLine() {
        return new ClientInterceptor() {
            @Override
            public <Q, A> ClientCall<Q, A> interceptCall(
                    MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
                ClientCall<Q, A> call = next.newCall(method, options);
                return CHECK.equals(method.getBareMethodName()) ? new WatchedCall<>(call) : call;
            }
        };
    }

    private final class WatchedScanner implements FingerScanner {
        private final FingerScanner scanner;

        WatchedScanner(FingerScanner scanner) {
            this.scanner = scanner;
        }

        @Override
        public String model() {
            return scanner.model();
        }

        @Override
        public Readiness readiness(Deadline deadline) {
            return scanner.readiness(deadline);
        }

        @Override
        public Detection detectFinger(Deadline deadline) {
            Detection detection = scanner.detectFinger(deadline);
            if (detection instanceof Detection.FingerPresent) {
                seen();
            }
            return detection;
        }

        @Override
        public ImageTransfer transferImage(Deadline deadline, TransferProgress progress) {
            ImageTransfer transfer = during(Stage.TRANSFER, () -> scanner.transferImage(deadline, progress));
            if (transfer instanceof ImageTransfer.Received(FingerImage image)) {
                received(image);
            }
            return transfer;
        }

        /** Before a finger is seen nobody waits for the lamp. */
        @Override
        public void show(Light light, Deadline deadline) {
            boolean waitedFor = wasStraight();
            long start = nanoTime.getAsLong();
            scanner.show(light, deadline);
            if (waitedFor) {
                note(Stage.LAMP, start);
            }
        }

        @Override
        public void close() {
            scanner.close();
        }
    }

    private final class WatchedCall<Q, A> extends SimpleForwardingClientCall<Q, A> {
        WatchedCall(ClientCall<Q, A> call) {
            super(call);
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            long askedAt = asked();
            super.start(
                    new SimpleForwardingClientCallListener<>(listener) {
                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            answered(askedAt);
                            super.onClose(status, trailers);
                        }
                    },
                    headers);
        }
    }
}
