package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.ReceiptJourney;
import id.sidik.eligibility.v1.GetReceiptTrustRequest;
import id.sidik.eligibility.v1.GetReceiptTrustResponse;
import id.sidik.eligibility.v1.ReceiptServiceGrpc.ReceiptServiceImplBase;
import id.sidik.eligibility.v1.RevokeReceiptRequest;
import id.sidik.eligibility.v1.RevokeReceiptResponse;
import id.sidik.eligibility.v1.RotateReceiptKeyRequest;
import id.sidik.eligibility.v1.RotateReceiptKeyResponse;
import id.sidik.eligibility.v1.WithdrawReceiptKeyRequest;
import id.sidik.eligibility.v1.WithdrawReceiptKeyResponse;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** Trust in receipts, over gRPC. */
final class ReceiptService extends ReceiptServiceImplBase {
    private final ReceiptJourney receipts;
    private final LongSupplier nanoTime;

    ReceiptService(ReceiptJourney receipts, LongSupplier nanoTime) {
        this.receipts = receipts;
        this.nanoTime = nanoTime;
    }

    @Override
    public void getReceiptTrust(GetReceiptTrustRequest request, StreamObserver<GetReceiptTrustResponse> caller) {
        RpcCall.answer(caller, receipts::trust);
    }

    @Override
    public void revokeReceipt(RevokeReceiptRequest request, StreamObserver<RevokeReceiptResponse> caller) {
        RpcCall.answer(caller, () -> receipts.revoke(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void rotateReceiptKey(RotateReceiptKeyRequest request, StreamObserver<RotateReceiptKeyResponse> caller) {
        RpcCall.answer(caller, () -> receipts.rotate(request, RpcCall.caller(nanoTime)));
    }

    @Override
    public void withdrawReceiptKey(
            WithdrawReceiptKeyRequest request, StreamObserver<WithdrawReceiptKeyResponse> caller) {
        RpcCall.answer(caller, () -> receipts.withdrawKey(request, RpcCall.caller(nanoTime)));
    }
}
