package id.sidik.bridge.fleet;

import id.sidik.eligibility.v1.ReportBridgeRequest;
import id.sidik.eligibility.v1.ReportBridgeResponse;
import java.util.Optional;

/** How a bridge speaks of itself with the gate. Nothing comes of it when the gate cannot be asked, or will not. */
public interface FleetLine {
    /**
     * Asks for the next certificate.
     *
     * @param csr PKCS#10, DER
     * @return DER
     */
    Optional<byte[]> renew(byte[] csr);

    /** Says how the bridge is. */
    Optional<ReportBridgeResponse> report(ReportBridgeRequest report);
}
