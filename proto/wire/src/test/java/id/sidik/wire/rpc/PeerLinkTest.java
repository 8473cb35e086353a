package id.sidik.wire.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.wire.config.HostPort;
import id.sidik.wire.trust.LocalAuthority;
import id.sidik.wire.trust.Role;
import id.sidik.wire.trust.TrustMaterial;
import io.grpc.Channel;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerLinkTest {
    private static final HostPort FIRST = new HostPort("127.0.0.1", 1);
    private static final HostPort SECOND = new HostPort("127.0.0.1", 2);

    private final AtomicReference<Optional<HostPort>> address = new AtomicReference<>(Optional.empty());
    private PeerLink link;

    @BeforeEach
    void open(@TempDir Path trust) {
        InstantSource clock = InstantSource.system();
        LocalAuthority.establish(trust, clock);
        TrustMaterial own = TrustMaterial.load(trust, Role.BRIDGE, clock);
        link = new PeerLink(address::get, own, Role.ELIGIBILITY, Duration.ofSeconds(1), () -> 0);
    }

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void saysThatNobodyKnowsWhereTheServiceIs() {
        assertThatThrownBy(() -> link.channel())
                .satisfies(e -> assertThat(Status.fromThrowable(e).getCode()).isEqualTo(Status.Code.UNAVAILABLE))
                .hasMessageContaining("eligibility has not said where it listens");
    }

    @Test
    void findsTheServiceOnceItHasSaidWhereItIs() {
        assertThatThrownBy(() -> link.channel()).isInstanceOf(RuntimeException.class);
        address.set(Optional.of(FIRST));

        assertThat(link.channel()).isNotNull();
    }

    @Test
    void keepsItsChannelWhileTheServiceStaysWhereItIs() {
        address.set(Optional.of(FIRST));
        Channel channel = link.channel();

        assertThat(link.channel()).isSameAs(channel);
    }

    @Test
    void followsAServiceThatMoves() {
        address.set(Optional.of(FIRST));
        Channel channel = link.channel();
        address.set(Optional.of(SECOND));

        assertThat(link.channel()).isNotSameAs(channel);
    }
}
