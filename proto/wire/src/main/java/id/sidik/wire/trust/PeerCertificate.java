package id.sidik.wire.trust;

import io.grpc.Grpc;
import io.grpc.ServerCall;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** The certificate that a caller proved in the TLS handshake. */
public final class PeerCertificate {
    private PeerCertificate() {}

    /** The caller's own certificate; nothing when the connection has none. */
    public static Optional<X509Certificate> of(ServerCall<?, ?> call) {
        SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        if (session == null) {
            return Optional.empty();
        }
        try {
            return first(session.getPeerCertificates());
        } catch (SSLPeerUnverifiedException noCertificate) {
            return Optional.empty();
        }
    }

    /** The end entity's certificate of a chain as TLS gives it. */
    public static Optional<X509Certificate> first(Certificate[] chain) {
        return chain.length > 0 && chain[0] instanceof X509Certificate leaf ? Optional.of(leaf) : Optional.empty();
    }
}
