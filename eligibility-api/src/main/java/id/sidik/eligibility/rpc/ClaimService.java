package id.sidik.eligibility.rpc;

import id.sidik.eligibility.journey.ClaimJourney;
import id.sidik.eligibility.v1.AppealClaimRequest;
import id.sidik.eligibility.v1.AppealClaimResponse;
import id.sidik.eligibility.v1.ClaimServiceGrpc.ClaimServiceImplBase;
import id.sidik.eligibility.v1.DecideClaimRequest;
import id.sidik.eligibility.v1.DecideClaimResponse;
import id.sidik.eligibility.v1.GetClaimRequest;
import id.sidik.eligibility.v1.GetClaimResponse;
import id.sidik.eligibility.v1.ListClaimsRequest;
import id.sidik.eligibility.v1.ListClaimsResponse;
import id.sidik.eligibility.v1.NoticeClaimPaymentRequest;
import id.sidik.eligibility.v1.NoticeClaimPaymentResponse;
import id.sidik.eligibility.v1.OpenClaimRequest;
import id.sidik.eligibility.v1.OpenClaimResponse;
import id.sidik.eligibility.v1.SupplyClaimRequest;
import id.sidik.eligibility.v1.SupplyClaimResponse;
import io.grpc.stub.StreamObserver;
import java.util.function.LongSupplier;

/** Claims over gRPC, for a claims system. */
final class ClaimService extends ClaimServiceImplBase {
    private final ClaimJourney claims;
    private final LongSupplier nanoTime;

    ClaimService(ClaimJourney claims, LongSupplier nanoTime) {
        this.claims = claims;
        this.nanoTime = nanoTime;
    }

    @Override
    public void openClaim(OpenClaimRequest request, StreamObserver<OpenClaimResponse> caller) {
        RpcCall.answer(
                caller,
                () -> OpenClaimResponse.newBuilder()
                        .setClaim(claims.open(request, RpcCall.caller(nanoTime)))
                        .build());
    }

    @Override
    public void supplyClaim(SupplyClaimRequest request, StreamObserver<SupplyClaimResponse> caller) {
        RpcCall.answer(
                caller,
                () -> SupplyClaimResponse.newBuilder()
                        .setClaim(claims.supply(request, RpcCall.caller(nanoTime)))
                        .build());
    }

    @Override
    public void decideClaim(DecideClaimRequest request, StreamObserver<DecideClaimResponse> caller) {
        RpcCall.answer(
                caller,
                () -> DecideClaimResponse.newBuilder()
                        .setClaim(claims.decide(request, RpcCall.caller(nanoTime)))
                        .build());
    }

    @Override
    public void appealClaim(AppealClaimRequest request, StreamObserver<AppealClaimResponse> caller) {
        RpcCall.answer(
                caller,
                () -> AppealClaimResponse.newBuilder()
                        .setClaim(claims.appeal(request, RpcCall.caller(nanoTime)))
                        .build());
    }

    @Override
    public void noticeClaimPayment(
            NoticeClaimPaymentRequest request, StreamObserver<NoticeClaimPaymentResponse> caller) {
        RpcCall.answer(
                caller,
                () -> NoticeClaimPaymentResponse.newBuilder()
                        .setClaim(claims.noticePayment(request, RpcCall.caller(nanoTime)))
                        .build());
    }

    @Override
    public void getClaim(GetClaimRequest request, StreamObserver<GetClaimResponse> caller) {
        RpcCall.answer(
                caller,
                () -> GetClaimResponse.newBuilder()
                        .setClaim(claims.read(request, RpcCall.caller(nanoTime)))
                        .build());
    }

    @Override
    public void listClaims(ListClaimsRequest request, StreamObserver<ListClaimsResponse> caller) {
        RpcCall.answer(caller, () -> claims.list(request, RpcCall.caller(nanoTime)));
    }
}
