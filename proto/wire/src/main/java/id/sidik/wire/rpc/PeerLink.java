package id.sidik.wire.rpc;

import id.sidik.wire.config.HostPort;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.Channel;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connection to a service that may start after us, restart, and come back at another address. Safe for use by many threads.
 *
 * <p>gRPC waits up to two minutes before it tries again to connect, which is far too long for people at a counter: a channel that
 * is not connected is replaced when somebody needs it, at once if the service has moved, else at most once in {@link #RETRY_MIN}. One that
 * shows a certificate which has been renewed since is replaced at once.
 */
public final class PeerLink implements AutoCloseable {
    private static final Duration RETRY_MIN = Duration.ofMillis(500);

    private final Supplier<Optional<HostPort>> address;
    private final Supplier<TrustMaterial> own;
    private final Role peer;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private @Nullable Connection current;

    private record Connection(HostPort address, TrustMaterial own, ManagedChannel channel, long openedNanos) {}

    /** As below, with a certificate that stays. */
    public PeerLink(
            Supplier<Optional<HostPort>> address,
            TrustMaterial own,
            Role peer,
            Duration patience,
            LongSupplier nanoTime) {
        this(address, () -> own, peer, patience, nanoTime);
    }

    /**
     * @param address where the service is now; empty while nobody knows
     * @param own what to show now
     * @param peer the role that its certificate must hold
     * @param patience deadline of the calls that set none
     * @param nanoTime as {@link System#nanoTime()}
     */
    public PeerLink(
            Supplier<Optional<HostPort>> address,
            Supplier<TrustMaterial> own,
            Role peer,
            Duration patience,
            LongSupplier nanoTime) {
        this.address = address;
        this.own = own;
        this.peer = peer;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /**
     * The channel to call now. Ask again for each call.
     *
     * @throws StatusRuntimeException UNAVAILABLE while nobody knows where the service is
     */
    public synchronized Channel channel() {
        TrustMaterial shown = own.get();
        Connection open = current != null && current.own() == shown ? current : null;
        if (open != null && open.channel().getState(false) == ConnectivityState.READY) {
            return open.channel();
        }
        HostPort wanted = address.get().orElseThrow(this::nowhere);
        if (open != null && open.address().equals(wanted) && !mayBeReplaced(open)) {
            return open.channel();
        }
        close();
        ManagedChannel fresh = Channels.open(wanted, shown, peer, patience);
        current = new Connection(wanted, shown, fresh, nanoTime.getAsLong());
        return fresh;
    }

    private boolean mayBeReplaced(Connection open) {
        return open.channel().getState(false) == ConnectivityState.TRANSIENT_FAILURE
                && nanoTime.getAsLong() - open.openedNanos() >= RETRY_MIN.toNanos();
    }

    private StatusRuntimeException nowhere() {
        return Status.UNAVAILABLE
                .withDescription("The " + peer.label() + " has not said where it listens; is it up? See ./sidik status")
                .asRuntimeException();
    }

    @Override
    public synchronized void close() {
        Connection open = current;
        current = null;
        if (open != null) {
            open.channel().shutdown(); // calls under way end as they may
        }
    }
}
