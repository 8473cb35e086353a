package id.sidik.wire.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.matcher.v1.GalleryStatusRequest;
import id.sidik.matcher.v1.GalleryStatusResponse;
import id.sidik.matcher.v1.MatcherServiceGrpc;
import id.sidik.wire.config.HostPort;
import id.sidik.wire.limit.CallLimit;
import id.sidik.wire.rpc.Channels;
import id.sidik.wire.rpc.RoleTable;
import id.sidik.wire.rpc.RpcServer;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attack A1 of the threat list: real handshakes over loopback, against a server that answers only eligibility. */
class MutualTlsTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MESSAGE_BYTES_MAX = 1024;

    @TempDir
    Path folder;

    private Path trust;
    private RpcServer server;

    @BeforeEach
    void startServer() throws Exception {
        trust = folder.resolve("trust");
        LocalAuthority.establish(trust, CLOCK);
        RoleTable roles = RoleTable.builder()
                .allow(MatcherServiceGrpc.getServiceDescriptor(), EnumSet.of(Role.ELIGIBILITY))
                .build();
        server = RpcServer.start(
                new HostPort("127.0.0.1", 0),
                material(Role.MATCHER),
                roles,
                MESSAGE_BYTES_MAX,
                List.of(new EmptyMatcher()));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void letsACertificateOfTheAuthorityIn() {
        ManagedChannel channel = Channels.open(server.address(), material(Role.ELIGIBILITY), Role.MATCHER, PATIENCE);

        assertThat(call(channel)).isEqualTo(Status.Code.OK);
    }

    @Test
    void refusesNoCertificate() throws SSLException {
        assertRefusedInHandshake(client().build());
    }

    @Test
    void refusesASelfSignedCertificate() throws SSLException {
        CertificateIssuer issuer = new CertificateIssuer(CLOCK.instant());
        CertificateIssuer.Issued own = issuer.authority();
        CertificateIssuer.Issued leaf = issuer.leaf(Role.ELIGIBILITY, own);

        assertRefusedInHandshake(
                client().keyManager(own.key(), own.certificate()).build());
        assertRefusedInHandshake(client().keyManager(leaf.key(), leaf.certificate(), own.certificate())
                .build());
    }

    @Test
    void refusesAnotherAuthority() throws SSLException {
        Path other = folder.resolve("other");
        LocalAuthority.establish(other, CLOCK);
        TrustMaterial stranger = TrustMaterial.load(other, Role.ELIGIBILITY, CLOCK);

        assertRefusedInHandshake(
                client().keyManager(stranger.key(), stranger.chain()).build());
    }

    @Test
    void refusesAnExpiredCertificate() throws SSLException {
        Instant longAgo = CLOCK.instant().minus(Duration.ofDays(826));
        CertificateIssuer.Issued expired = new CertificateIssuer(longAgo).leaf(Role.ELIGIBILITY, authority());

        assertRefusedInHandshake(
                client().keyManager(expired.key(), expired.certificate()).build());
    }

    @Test
    void refusesTls12() {
        assertThatThrownBy(() -> handshake(SSLContext.getDefault(), "TLSv1.2"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("protocol_version");
    }

    @Test
    void refusesAPlainConnection() {
        assertThat(call(NettyChannelBuilder.forAddress(
                                server.address().host(), server.address().port())
                        .usePlaintext()
                        .build()))
                .isEqualTo(Status.Code.UNAVAILABLE);
    }

    @Test
    void aClientRefusesAServerOfAnotherRole() {
        ManagedChannel channel = Channels.open(server.address(), material(Role.BRIDGE), Role.ELIGIBILITY, PATIENCE);

        assertThat(call(channel)).isEqualTo(Status.Code.UNAVAILABLE);
    }

    @Test
    void anHttpClientRefusesAServerOfAnotherRole() throws Exception {
        handshake(TlsContexts.jdkClient(material(Role.OPERATOR), Role.MATCHER), TlsContexts.PROTOCOL);
        assertThatThrownBy(() -> handshake(
                        TlsContexts.jdkClient(material(Role.OPERATOR), Role.ELIGIBILITY), TlsContexts.PROTOCOL))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("spiffe://sidik.local/matcher");
    }

    @Test
    void aServerCertificateStandsForItsRoleAtAnyAddress() throws Exception {
        try (RpcServer elsewhere = RpcServer.start(
                new HostPort("127.0.0.2", 0),
                material(Role.MATCHER),
                RoleTable.builder().build(),
                MESSAGE_BYTES_MAX,
                List.of())) {
            ManagedChannel channel =
                    Channels.open(elsewhere.address(), material(Role.ELIGIBILITY), Role.MATCHER, PATIENCE);

            assertThat(call(channel))
                    .as("the handshake passed; nothing is served there")
                    .isEqualTo(Status.Code.UNIMPLEMENTED);
        }
    }

    @Test
    void aDoorServesWhatItIsForAndShowsWhoseItIs() throws Exception {
        X509Certificate authority = material(Role.ELIGIBILITY).authority();
        JoinCode code = JoinCode.of(JoinCode.newSecret(new SplittableRandom(1)), authority);
        try (RpcServer door = door()) {
            assertThat(call(Channels.openJoining(door.address(), code, PATIENCE)))
                    .isEqualTo(Status.Code.OK);
            assertThat(health(Channels.openJoining(door.address(), code, PATIENCE)))
                    .as("nothing else is served there")
                    .isEqualTo(Status.Code.UNAUTHENTICATED);
        }
    }

    @Test
    void whoeverJoinsTalksToNoOtherGateThanTheCodes() throws Exception {
        Path other = folder.resolve("other");
        LocalAuthority.establish(other, CLOCK);
        X509Certificate stranger =
                TrustMaterial.load(other, Role.ELIGIBILITY, CLOCK).authority();
        JoinCode code = JoinCode.of(JoinCode.newSecret(new SplittableRandom(1)), stranger);
        try (RpcServer door = door()) {
            assertThat(call(Channels.openJoining(door.address(), code, PATIENCE)))
                    .isEqualTo(Status.Code.UNAVAILABLE);
        }
    }

    @Test
    void whoeverJoinsTalksToAGateAlone() {
        JoinCode code = JoinCode.of(
                JoinCode.newSecret(new SplittableRandom(1)),
                material(Role.MATCHER).authority());

        assertThat(call(Channels.openJoining(server.address(), code, PATIENCE)))
                .as("a matcher answers")
                .isEqualTo(Status.Code.UNAVAILABLE);
    }

    private RpcServer door() throws IOException {
        return RpcServer.startDoor(
                new HostPort("127.0.0.1", 0),
                material(Role.ELIGIBILITY),
                new CallLimit(4),
                MESSAGE_BYTES_MAX,
                List.of(new EmptyMatcher()));
    }

    private static Status.Code health(ManagedChannel channel) {
        try {
            HealthGrpc.newBlockingStub(channel).check(HealthCheckRequest.getDefaultInstance());
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        } finally {
            channel.shutdownNow();
        }
    }

    private void handshake(SSLContext context, String protocol) throws Exception {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(server.address().host(), server.address().port())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setProtocols(new String[] {protocol});
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
        }
    }

    private SslContextBuilder client() {
        return GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK)
                .protocols(TlsContexts.PROTOCOL)
                .trustManager(material(Role.MATCHER).authority());
    }

    private TrustMaterial material(Role role) {
        return TrustMaterial.load(trust, role, CLOCK);
    }

    private CertificateIssuer.Issued authority() {
        TrustFolder files = new TrustFolder(trust);
        assertThat(Files.exists(files.keyFile(TrustFolder.AUTHORITY))).isTrue();
        return new CertificateIssuer.Issued(files.key(TrustFolder.AUTHORITY), files.certificate(TrustFolder.AUTHORITY));
    }

    private void assertRefusedInHandshake(SslContext context) {
        ManagedChannel channel = NettyChannelBuilder.forAddress(
                        server.address().host(), server.address().port())
                .sslContext(context)
                .build();

        assertThat(call(channel)).as("never reached a handler").isEqualTo(Status.Code.UNAVAILABLE);
    }

    private static Status.Code call(ManagedChannel channel) {
        try {
            MatcherServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .galleryStatus(GalleryStatusRequest.getDefaultInstance());
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        } finally {
            channel.shutdownNow();
        }
    }

    private static final class EmptyMatcher extends MatcherServiceGrpc.MatcherServiceImplBase {
        @Override
        public void galleryStatus(GalleryStatusRequest request, StreamObserver<GalleryStatusResponse> answer) {
            answer.onNext(GalleryStatusResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }
}
