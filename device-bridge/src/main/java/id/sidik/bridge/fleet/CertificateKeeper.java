package id.sidik.bridge.fleet;

import id.sidik.wire.trust.BridgeIdentity;
import id.sidik.wire.trust.PendingKey;
import id.sidik.wire.trust.RenewableTrust;
import id.sidik.wire.trust.TrustException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a bridge's certificate renewed, with a new key, when two thirds of its life are over: a little later for each bridge, so that those which
 * joined on one day do not come on one day. While the gate does not answer it tries again, ever more slowly. For one thread.
 */
final class CertificateKeeper implements Runnable {
    /** The first pause after a failure; each next one is twice as long. */
    static final Duration RETRY_MIN = Duration.ofMinutes(1);

    static final Duration RETRY_MAX = Duration.ofHours(1);

    /** The part of the certificate's life over which renewals are spread: three days of ninety. */
    private static final int SPREAD = 30;

    private static final int DOUBLINGS_MAX = 6;
    private static final Logger LOG = LoggerFactory.getLogger(CertificateKeeper.class);

    private final Path trust;
    private final Path pending;
    private final FleetLine line;
    private final RenewableTrust own;
    private final InstantSource clock;
    private final RandomGenerator random;
    private BridgeIdentity identity;
    private Instant nextTry;
    private int failures;

    /**
     * @param identity what the bridge has now
     * @param trust where it lies
     * @param pending where the next key waits for its certificate
     * @param own is given each next one
     * @param random spreads attempts
     */
    CertificateKeeper(
            BridgeIdentity identity,
            Path trust,
            Path pending,
            FleetLine line,
            RenewableTrust own,
            InstantSource clock,
            RandomGenerator random) {
        this.identity = identity;
        this.trust = trust;
        this.pending = pending;
        this.line = line;
        this.own = own;
        this.clock = clock;
        this.random = random;
        this.nextTry = dueAt(identity);
    }

    private Instant dueAt(BridgeIdentity held) {
        Duration left = Duration.between(held.renewAt(), held.expiresAt());
        return held.renewAt().plus(part(left.multipliedBy(3).dividedBy(SPREAD), random.nextDouble()));
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofMillis((long) (whole.toMillis() * share));
    }

    Instant nextTry() {
        return nextTry;
    }

    /** Renews when it is time. */
    @Override
    public void run() {
        Instant now = clock.instant();
        if (now.isBefore(nextTry)) {
            return;
        }
        try {
            if (renewed()) {
                failures = 0;
                nextTry = dueAt(identity);
                LOG.info("this bridge has its next certificate, until {}", identity.expiresAt());
                return;
            }
            LOG.warn("the gate gave no next certificate; this one ends at {}", identity.expiresAt());
        } catch (TrustException e) {
            LOG.error("the next certificate cannot be used: {}", e.getMessage());
        }
        nextTry = now.plus(pause());
        if (now.isAfter(identity.expiresAt())) {
            LOG.error(
                    "the certificate of this bridge ended at {}: ask an officer for a code and join again"
                            + " ('./sidik fleet join')",
                    identity.expiresAt());
        }
    }

    /** Between half and all of a time that doubles. */
    private Duration pause() {
        Duration whole = RETRY_MIN.multipliedBy(1L << Math.min(failures++, DOUBLINGS_MAX));
        Duration bounded = whole.compareTo(RETRY_MAX) < 0 ? whole : RETRY_MAX;
        return bounded.dividedBy(2).plus(part(bounded.dividedBy(2), random.nextDouble()));
    }

    private boolean renewed() {
        PendingKey key = nextKey();
        Optional<byte[]> certificate = line.renew(key.request().der());
        if (certificate.isEmpty()) {
            return false;
        }
        BridgeIdentity next = identity.renewed(key, certificate.get());
        next.save(trust);
        own.renew(next.material());
        identity = next;
        key.settled();
        return true;
    }

    /** A crash may have come between the file with the certificate and the end of this one: then the key has its certificate already. */
    private PendingKey nextKey() {
        PendingKey key = PendingKey.openOrCreate(pending);
        if (!identity.isFor(key)) {
            return key;
        }
        key.settled();
        return PendingKey.openOrCreate(pending);
    }
}
