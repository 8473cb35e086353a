package id.sidik.bridge.uplink;

import com.google.protobuf.ByteString;
import id.sidik.bridge.fleet.FleetLine;
import id.sidik.eligibility.v1.FleetServiceGrpc;
import id.sidik.eligibility.v1.FleetServiceGrpc.FleetServiceBlockingStub;
import id.sidik.eligibility.v1.RenewBridgeRequest;
import id.sidik.eligibility.v1.ReportBridgeRequest;
import id.sidik.eligibility.v1.ReportBridgeResponse;
import id.sidik.wire.rpc.RpcError;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a bridge says of itself and asks for itself, over the same line as its questions. */
public final class GateFleetLine implements FleetLine {
    private static final Logger LOG = LoggerFactory.getLogger(GateFleetLine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Supplier<Channel> line;

    /** @param line gives the channel to the eligibility service as it is now, with the certificate of a bridge */
    public GateFleetLine(Supplier<Channel> line) {
        this.line = line;
    }

    @Override
    public Optional<byte[]> renew(byte[] csr) {
        RenewBridgeRequest request =
                RenewBridgeRequest.newBuilder().setCsr(ByteString.copyFrom(csr)).build();
        return asked(gate -> gate.renewBridge(request))
                .map(response -> response.getCertificate().toByteArray());
    }

    @Override
    public Optional<ReportBridgeResponse> report(ReportBridgeRequest report) {
        return asked(gate -> gate.reportBridge(report));
    }

    private <T> Optional<T> asked(Function<FleetServiceBlockingStub, T> question) {
        try {
            return Optional.of(question.apply(FleetServiceGrpc.newBlockingStub(line.get())
                    .withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS)));
        } catch (StatusRuntimeException e) {
            String reason = RpcError.reasonOf(e).orElse("");
            switch (e.getStatus().getCode()) {
                case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED ->
                    LOG.debug("the gate does not answer a bridge: {}", reason);
                default ->
                    LOG.error(
                            "the gate refuses this bridge: {} {}: {}",
                            e.getStatus().getCode(),
                            reason,
                            e.getStatus().getDescription());
            }
            return Optional.empty();
        }
    }
}
