package id.sidik.eligibility.access;

import id.sidik.wire.trust.BridgeName;

/**
 * A bridge that joined, as its connection shows it.
 *
 * @param thumbprint {@code x5t#S256} of the certificate that it shows: for a while it may have two
 */
public record JoinedBridge(BridgeName name, String thumbprint) {}
