package id.sidik.eligibility.journey;

import id.sidik.eligibility.fallback.Fallback;
import id.sidik.eligibility.fallback.FallbackState;
import id.sidik.eligibility.v1.FallbackRecord;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.wire.rpc.ProtoTime;

/** Fallbacks in the words of the contract. */
final class FallbackWording {
    private FallbackWording() {}

    static FallbackRecord fallback(Fallback fallback) {
        FallbackRecord.Builder record = FallbackRecord.newBuilder()
                .setFallbackId(fallback.fallbackId())
                .setMethod(FallbackRecord.Method.valueOf(fallback.method().name()))
                .setPurpose(Purpose.valueOf(fallback.purpose().name()))
                .setFacilityId(fallback.facility().id())
                .setTriesLeft(fallback.triesLeft())
                .setExpiresAt(ProtoTime.of(fallback.expiresAt()))
                .setOpenedAt(ProtoTime.of(fallback.openedAt()));
        switch (fallback.state()) {
            case FallbackState.Awaiting _ -> record.setState(FallbackRecord.State.AWAITING);
            case FallbackState.AwaitingSecondOfficer _ -> record.setState(FallbackRecord.State.AWAITING_SECOND_OFFICER);
            case FallbackState.Passed _ -> record.setState(FallbackRecord.State.PASSED);
            case FallbackState.Used _ -> record.setState(FallbackRecord.State.USED);
            case FallbackState.Failed failed ->
                record.setState(FallbackRecord.State.FAILED)
                        .setFailure(failed.why().name());
        }
        return record.build();
    }
}
