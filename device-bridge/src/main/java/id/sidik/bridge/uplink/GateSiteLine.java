package id.sidik.bridge.uplink;

import com.google.protobuf.ByteString;
import id.sidik.bridge.site.SiteLine;
import id.sidik.eligibility.v1.IssueSitePackRequest;
import id.sidik.eligibility.v1.IssueSitePackResponse;
import id.sidik.eligibility.v1.ReconcileProvisionalRequest;
import id.sidik.eligibility.v1.ReconcileProvisionalResponse;
import id.sidik.eligibility.v1.SitePackServiceGrpc;
import id.sidik.eligibility.v1.SitePackServiceGrpc.SitePackServiceBlockingStub;
import id.sidik.wire.rpc.RpcError;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Packs and journals between a site and the gate, over the same line as its questions. Nobody stands at a counter meanwhile. */
public final class GateSiteLine implements SiteLine {
    private static final Logger LOG = LoggerFactory.getLogger(GateSiteLine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Supplier<Channel> line;

    /** @param line gives the channel to the eligibility service as it is now, with the certificate of a bridge */
    public GateSiteLine(Supplier<Channel> line) {
        this.line = line;
    }

    @Override
    public Optional<IssueSitePackResponse> nextPack(String facilityId) {
        return asked(gate -> gate.issueSitePack(
                IssueSitePackRequest.newBuilder().setFacilityId(facilityId).build()));
    }

    @Override
    public Optional<Long> reconcile(String facilityId, List<byte[]> entries) {
        ReconcileProvisionalRequest request = ReconcileProvisionalRequest.newBuilder()
                .setFacilityId(facilityId)
                .addAllEntries(entries.stream().map(ByteString::copyFrom).toList())
                .build();
        return asked(gate -> gate.reconcileProvisional(request))
                .map(ReconcileProvisionalResponse::getReconciledList)
                .filter(reconciled -> !reconciled.isEmpty())
                .map(reconciled -> reconciled.getLast().getSequence());
    }

    private <T> Optional<T> asked(Function<SitePackServiceBlockingStub, T> question) {
        try {
            return Optional.of(question.apply(SitePackServiceGrpc.newBlockingStub(line.get())
                    .withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS)));
        } catch (StatusRuntimeException e) {
            String reason = RpcError.reasonOf(e).orElse("");
            switch (e.getStatus().getCode()) {
                case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED ->
                    LOG.debug("the gate does not answer a site: {}", reason);
                case NOT_FOUND -> LOG.debug("the gate knows no such site: {}", reason);
                default ->
                    LOG.error("the gate refuses this site: {} {}", e.getStatus().getCode(), reason);
            }
            return Optional.empty();
        }
    }
}
