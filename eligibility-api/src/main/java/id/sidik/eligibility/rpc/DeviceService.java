package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.DeviceJourney;
import id.sidik.eligibility.v1.DeviceServiceGrpc.DeviceServiceImplBase;
import id.sidik.eligibility.v1.ListDevicesRequest;
import id.sidik.eligibility.v1.ListDevicesResponse;
import id.sidik.eligibility.v1.RegisterDeviceRequest;
import id.sidik.eligibility.v1.RegisterDeviceResponse;
import id.sidik.eligibility.v1.RevokeDeviceRequest;
import id.sidik.eligibility.v1.RevokeDeviceResponse;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** Devices whose captures are believed, over gRPC. */
final class DeviceService extends DeviceServiceImplBase {
    private final DeviceJourney devices;
    private final LongSupplier nanoTime;

    DeviceService(DeviceJourney devices, LongSupplier nanoTime) {
        this.devices = devices;
        this.nanoTime = nanoTime;
    }

    @Override
    public void registerDevice(RegisterDeviceRequest request, StreamObserver<RegisterDeviceResponse> caller) {
        RpcCall.answer(caller, () -> {
            devices.register(request, RpcCall.caller(nanoTime));
            return RegisterDeviceResponse.getDefaultInstance();
        });
    }

    @Override
    public void revokeDevice(RevokeDeviceRequest request, StreamObserver<RevokeDeviceResponse> caller) {
        RpcCall.answer(caller, () -> {
            devices.revoke(request, RpcCall.caller(nanoTime));
            return RevokeDeviceResponse.getDefaultInstance();
        });
    }

    @Override
    public void listDevices(ListDevicesRequest request, StreamObserver<ListDevicesResponse> caller) {
        RpcCall.answer(caller, () -> devices.list(request));
    }
}
