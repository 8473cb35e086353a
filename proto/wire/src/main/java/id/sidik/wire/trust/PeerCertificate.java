package id.sidik.wire.trust;

import io.grpc.Attributes;
import io.grpc.ClientCall;
import io.grpc.Grpc;
import io.grpc.ServerCall;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** The certificate that the other side of a call proved in the TLS handshake. */
public final class PeerCertificate {
    private PeerCertificate() {}

    /** The caller's own certificate; nothing when the connection has none. */
    public static Optional<X509Certificate> of(ServerCall<?, ?> call) {
        return of(call.getAttributes());
    }

    /** The server's own certificate; known as soon as it answers. */
    public static Optional<X509Certificate> of(ClientCall<?, ?> call) {
        return of(call.getAttributes());
    }

    private static Optional<X509Certificate> of(Attributes attributes) {
        SSLSession session = attributes.get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
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

    /** What binds an access token to a certificate: base64url of the SHA-256 of its DER (RFC 8705, 3.1: {@code x5t#S256}). */
    public static String thumbprint(X509Certificate certificate) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("every JDK has SHA-256, and what TLS accepted can be encoded", e);
        }
    }
}
