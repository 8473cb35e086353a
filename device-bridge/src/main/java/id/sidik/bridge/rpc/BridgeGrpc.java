package id.sidik.bridge.rpc;

import id.sidik.bridge.counter.Counter;
import id.sidik.bridge.device.DeviceKeys;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.session.CaptureRunner;
import id.sidik.bridge.site.Site;
import id.sidik.bridge.v1.BridgeServiceGrpc;
import id.sidik.bridge.v1.CheckRequest;
import id.sidik.bridge.v1.GetDeviceKeyRequest;
import id.sidik.bridge.v1.GetDeviceKeyResponse;
import id.sidik.bridge.v1.GetHealthRequest;
import id.sidik.bridge.v1.GetHealthResponse;
import id.sidik.bridge.v1.GetOfflineStatusRequest;
import id.sidik.bridge.v1.GetOfflineStatusResponse;
import id.sidik.bridge.v1.GetScannerStatusRequest;
import id.sidik.bridge.v1.GetScannerStatusResponse;
import id.sidik.bridge.v1.JourneyStep;
import id.sidik.bridge.v1.RegisterRequest;
import id.sidik.bridge.v1.RotateDeviceKeyRequest;
import id.sidik.bridge.v1.RotateDeviceKeyResponse;
import id.sidik.bridge.watch.BridgeWatch;
import id.sidik.bridge.watch.HealthWording;
import id.sidik.wire.rpc.IdempotencyKey;
import id.sidik.wire.rpc.RoleTable;
import id.sidik.wire.trust.Role;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** {@code sidik.bridge.v1.BridgeService}. A journey runs on the thread of its call and ends when its caller goes away. */
public final class BridgeGrpc extends BridgeServiceGrpc.BridgeServiceImplBase {
    /** More than any journey needs; whoever asks for longer waits no longer than this. */
    private static final Duration JOURNEY_MAX = Duration.ofMinutes(10);

    private final Counter counter;
    private final CaptureRunner captures;
    private final DeviceKeys deviceKeys;
    private final Site site;
    private final BridgeWatch watch;
    private final String scannerPort;
    private final LongSupplier nanoTime;

    public BridgeGrpc(
            Counter counter,
            CaptureRunner captures,
            DeviceKeys deviceKeys,
            Site site,
            BridgeWatch watch,
            String scannerPort,
            LongSupplier nanoTime) {
        this.counter = counter;
        this.captures = captures;
        this.deviceKeys = deviceKeys;
        this.site = site;
        this.watch = watch;
        this.scannerPort = scannerPort;
        this.nanoTime = nanoTime;
    }

    /** Operators only: the kiosk's own page comes in by another door. */
    public static RoleTable roles() {
        return RoleTable.builder()
                .allow(BridgeServiceGrpc.getCheckMethod(), Role.OPERATOR)
                .allow(BridgeServiceGrpc.getRegisterMethod(), Role.OPERATOR)
                .allow(BridgeServiceGrpc.getGetScannerStatusMethod(), Role.OPERATOR)
                .allow(BridgeServiceGrpc.getGetDeviceKeyMethod(), Role.OPERATOR)
                .allow(BridgeServiceGrpc.getRotateDeviceKeyMethod(), Role.OPERATOR)
                .allow(BridgeServiceGrpc.getGetOfflineStatusMethod(), Role.OPERATOR)
                .allow(BridgeServiceGrpc.getGetHealthMethod(), Role.OPERATOR)
                .build();
    }

    @Override
    public void check(CheckRequest request, StreamObserver<JourneyStep> steps) {
        run(request.getIdempotencyKey(), steps, patience -> counter.check(request, patience, steps::onNext));
    }

    @Override
    public void register(RegisterRequest request, StreamObserver<JourneyStep> steps) {
        run(request.getIdempotencyKey(), steps, patience -> counter.register(request, patience, steps::onNext));
    }

    @Override
    public void getScannerStatus(GetScannerStatusRequest request, StreamObserver<GetScannerStatusResponse> response) {
        response.onNext(ScannerStatus.of(captures.readiness(Deadline.after(patience(), nanoTime)), scannerPort));
        response.onCompleted();
    }

    @Override
    public void getDeviceKey(GetDeviceKeyRequest request, StreamObserver<GetDeviceKeyResponse> response) {
        response.onNext(GetDeviceKeyResponse.newBuilder()
                .setKey(DeviceKeyWording.of(deviceKeys.current()))
                .build());
        response.onCompleted();
    }

    @Override
    public void rotateDeviceKey(RotateDeviceKeyRequest request, StreamObserver<RotateDeviceKeyResponse> response) {
        try {
            response.onNext(RotateDeviceKeyResponse.newBuilder()
                    .setKey(DeviceKeyWording.of(deviceKeys.rotate(request.getKeyId())))
                    .build());
        } catch (RuntimeException e) {
            response.onError(StatusMapping.of(e));
            return;
        }
        response.onCompleted();
    }

    @Override
    public void getOfflineStatus(GetOfflineStatusRequest request, StreamObserver<GetOfflineStatusResponse> response) {
        response.onNext(site.status());
        response.onCompleted();
    }

    @Override
    public void getHealth(GetHealthRequest request, StreamObserver<GetHealthResponse> response) {
        response.onNext(GetHealthResponse.newBuilder()
                .setHealth(HealthWording.of(watch.look()))
                .build());
        response.onCompleted();
    }

    private static void run(String idempotencyKey, StreamObserver<JourneyStep> steps, Consumer<Duration> journey) {
        Context call = Context.current();
        Thread journeyThread = Thread.currentThread();
        Context.CancellationListener callerGone = _ -> journeyThread.interrupt();
        call.addListener(callerGone, Runnable::run);
        try {
            IdempotencyKey.ofRequest(idempotencyKey);
            journey.accept(patience());
        } catch (RuntimeException e) {
            steps.onError(StatusMapping.of(e));
            return;
        } finally {
            call.removeListener(callerGone);
        }
        steps.onCompleted();
    }

    private static Duration patience() {
        io.grpc.Deadline deadline = Context.current().getDeadline();
        return deadline == null
                ? JOURNEY_MAX
                : Duration.ofNanos(Math.min(deadline.timeRemaining(TimeUnit.NANOSECONDS), JOURNEY_MAX.toNanos()));
    }
}
