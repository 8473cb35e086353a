package id.sidik.wire.trust;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS from trust material, 1.3 only, both sides with a certificate. The JDK's own TLS everywhere, so that gRPC and HTTP behave
 * alike and no native library is unpacked.
 */
public final class TlsContexts {
    /** The only protocol version that we speak; whoever builds a server from {@link #jdkServer} must set it, too. */
    public static final String PROTOCOL = "TLSv1.3";

    private TlsContexts() {}

    /** For a grpc-netty server: a client without a certificate of our authority is refused in the handshake. */
    public static SslContext nettyServer(TrustMaterial own) {
        return build(SslContextBuilder.forServer(keyManagers(own)[0])
                .trustManager(authorityTrust(own))
                .clientAuth(ClientAuth.REQUIRE));
    }

    /** The same, for a server whose certificate is renewed while it serves. */
    public static SslContext nettyServer(RenewableTrust own) {
        return build(SslContextBuilder.forServer(own.keyManager())
                .trustManager(authorityTrust(own.get()))
                .clientAuth(ClientAuth.REQUIRE));
    }

    /**
     * For a grpc-netty server whom machines call that have no certificate yet. It shows its authority as well, so that a {@link JoinCode}
     * can tell whose it is.
     */
    public static SslContext nettyDoor(TrustMaterial own) {
        return build(SslContextBuilder.forServer(own.key(), own.chain().getFirst(), own.authority()));
    }

    /** For a machine without a certificate, which calls the gate that its code was made for and no other. */
    public static SslContext nettyJoining(JoinCode code) {
        return build(SslContextBuilder.forClient().trustManager(new PinnedAuthorityCheck(code, Role.ELIGIBILITY)));
    }

    /** For a grpc-netty client that calls servers of role {@code peer} and no others. */
    public static SslContext nettyClient(TrustMaterial own, Role peer) {
        return build(SslContextBuilder.forClient()
                .keyManager(keyManagers(own)[0])
                .trustManager(new PeerRoleCheck(authorityTrust(own), peer)));
    }

    private static SslContext build(SslContextBuilder builder) {
        try {
            return GrpcSslContexts.configure(builder, SslProvider.JDK)
                    .protocols(PROTOCOL)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("This JDK cannot speak " + PROTOCOL, e);
        }
    }

    /** For an HTTP server. It must itself require client certificates and enable {@link #PROTOCOL} alone. */
    public static SSLContext jdkServer(TrustMaterial own) {
        return jdk(own, authorityTrust(own));
    }

    /** For an HTTP client that calls servers of role {@code peer} and no others. */
    public static SSLContext jdkClient(TrustMaterial own, Role peer) {
        return jdk(own, new PeerRoleCheck(authorityTrust(own), peer));
    }

    private static SSLContext jdk(TrustMaterial own, X509ExtendedTrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance(PROTOCOL);
            context.init(keyManagers(own), new TrustManager[] {trust}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot speak " + PROTOCOL, e);
        }
    }

    private static KeyManager[] keyManagers(TrustMaterial own) {
        try {
            char[] noPassword = {};
            KeyStore store = emptyStore();
            store.setKeyEntry(
                    own.role().label(), own.key(), noPassword, own.chain().toArray(X509Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, noPassword);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This JDK cannot hold the key of " + own, e);
        }
    }

    private static X509ExtendedTrustManager authorityTrust(TrustMaterial own) {
        return trustIn(own.authority());
    }

    /** What the JDK checks of a chain that must end in this authority. */
    static X509ExtendedTrustManager trustIn(X509Certificate authority) {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry(TrustFolder.AUTHORITY, authority);
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(
                    "This JDK cannot hold the authority " + authority.getSubjectX500Principal(), e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
