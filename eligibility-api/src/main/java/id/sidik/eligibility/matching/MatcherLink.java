package id.sidik.eligibility.matching;

import id.sidik.wire.config.HostPort;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.Channel;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the matcher, which may start after us, restart, and come back at another address.
 *
 * <p>gRPC waits up to two minutes before it tries again to connect, which is far too long for people at a counter: a channel that
 * failed is replaced when somebody needs it, at most once in {@link #RETRY_MIN}.
 */
public final class MatcherLink implements AutoCloseable {
    private static final Duration RETRY_MIN = Duration.ofMillis(500);
    private static final Duration CALL_PATIENCE = Duration.ofSeconds(10);

    private final Supplier<Optional<HostPort>> address;
    private final TrustMaterial own;
    private final LongSupplier nanoTime;
    private @Nullable ManagedChannel current;
    private long openedNanos;

    /**
     * @param address where the matcher is now; empty while nobody knows
     * @param nanoTime as {@link System#nanoTime()}
     */
    public MatcherLink(Supplier<Optional<HostPort>> address, TrustMaterial own, LongSupplier nanoTime) {
        this.address = address;
        this.own = own;
        this.nanoTime = nanoTime;
    }

    /** @throws MatcherUnavailableException while nobody knows where the matcher is */
    synchronized Channel channel() {
        ManagedChannel open = current;
        if (open != null && (open.getState(false) != ConnectivityState.TRANSIENT_FAILURE || triedJustNow())) {
            return open;
        }
        close();
        HostPort matcher = address.get()
                .orElseThrow(() -> new MatcherUnavailableException("the matcher has not said where it listens", false));
        ManagedChannel fresh = Channels.open(matcher, own, Role.MATCHER, CALL_PATIENCE);
        current = fresh;
        openedNanos = nanoTime.getAsLong();
        return fresh;
    }

    private boolean triedJustNow() {
        return nanoTime.getAsLong() - openedNanos < RETRY_MIN.toNanos();
    }

    @Override
    public synchronized void close() {
        ManagedChannel open = current;
        current = null;
        if (open != null) {
            open.shutdown(); // calls under way end as they may
        }
    }
}
