package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.CardPins;
import id.sidik.eligibility.journey.FallbackJourney;
import id.sidik.eligibility.v1.AnswerFallbackRequest;
import id.sidik.eligibility.v1.AnswerFallbackResponse;
import id.sidik.eligibility.v1.FallbackServiceGrpc.FallbackServiceImplBase;
import id.sidik.eligibility.v1.GetFallbackRequest;
import id.sidik.eligibility.v1.GetFallbackResponse;
import id.sidik.eligibility.v1.OpenFallbackRequest;
import id.sidik.eligibility.v1.OpenFallbackResponse;
import id.sidik.eligibility.v1.SetPinRequest;
import id.sidik.eligibility.v1.SetPinResponse;
import id.sidik.eligibility.v1.VouchFallbackRequest;
import id.sidik.eligibility.v1.VouchFallbackResponse;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** Fallbacks over gRPC, and the PINs that one of them asks for. */
final class FallbackService extends FallbackServiceImplBase {
    private final FallbackJourney fallbacks;
    private final CardPins pins;
    private final LongSupplier nanoTime;

    FallbackService(FallbackJourney fallbacks, CardPins pins, LongSupplier nanoTime) {
        this.fallbacks = fallbacks;
        this.pins = pins;
        this.nanoTime = nanoTime;
    }

    @Override
    public void openFallback(OpenFallbackRequest request, StreamObserver<OpenFallbackResponse> caller) {
        RpcCall.answer(
                caller,
                () -> OpenFallbackResponse.newBuilder()
                        .setFallback(fallbacks.open(request, RpcCall.caller(nanoTime)))
                        .build());
    }

    @Override
    public void answerFallback(AnswerFallbackRequest request, StreamObserver<AnswerFallbackResponse> caller) {
        RpcCall.answer(
                caller,
                () -> AnswerFallbackResponse.newBuilder()
                        .setFallback(fallbacks.answer(request, RpcCall.caller(nanoTime)))
                        .build());
    }

    @Override
    public void vouchFallback(VouchFallbackRequest request, StreamObserver<VouchFallbackResponse> caller) {
        RpcCall.answer(
                caller,
                () -> VouchFallbackResponse.newBuilder()
                        .setFallback(fallbacks.vouch(request, RpcCall.caller(nanoTime)))
                        .build());
    }

    @Override
    public void getFallback(GetFallbackRequest request, StreamObserver<GetFallbackResponse> caller) {
        RpcCall.answer(
                caller,
                () -> GetFallbackResponse.newBuilder()
                        .setFallback(fallbacks.read(request, RpcCall.caller(nanoTime)))
                        .build());
    }

    @Override
    public void setPin(SetPinRequest request, StreamObserver<SetPinResponse> caller) {
        RpcCall.answer(caller, () -> {
            pins.set(request, RpcCall.caller(nanoTime));
            return SetPinResponse.getDefaultInstance();
        });
    }
}
