package id.sidik.bridge.site;

import id.sidik.eligibility.v1.IssueSitePackResponse;
import java.util.List;
import java.util.Optional;

/** The way from a site to the gate. There is one over the network, and one that a simulated outage cuts. */
public interface SiteLine {
    /** The next pack; empty while the gate cannot be asked, or knows no such site. */
    Optional<IssueSitePackResponse> nextPack(String facilityId);

    /**
     * Brings entries of the journal to the gate.
     *
     * @param entries each as it lies in the journal, in their order
     * @return up to which sequence the gate has them now; empty while it cannot be asked
     */
    Optional<Long> reconcile(String facilityId, List<byte[]> entries);
}
