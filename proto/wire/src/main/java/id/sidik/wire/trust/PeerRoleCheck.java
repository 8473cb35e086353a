package id.sidik.wire.trust;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * A client's trust in a server: the authority signed it, and it speaks for the role that we meant to call. Without the second part
 * any branch's bridge certificate could stand in for the gate.
 */
final class PeerRoleCheck extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager authority;
    private final Role expected;

    PeerRoleCheck(X509ExtendedTrustManager authority, Role expected) {
        this.authority = authority;
        this.expected = expected;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        authority.checkServerTrusted(chain, authType, engine);
        requireRole(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        authority.checkServerTrusted(chain, authType, socket);
        requireRole(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        authority.checkServerTrusted(chain, authType);
        requireRole(chain);
    }

    private void requireRole(X509Certificate[] chain) throws CertificateException {
        Role role = Role.of(chain[0])
                .orElseThrow(() -> new CertificateException("The server's certificate names no role of ours"));
        if (role != expected) {
            throw new CertificateException("Meant to call " + expected.uri() + ", but " + role.uri() + " answered");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("A client's trust does not judge clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("A client's trust does not judge clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("A client's trust does not judge clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authority.getAcceptedIssuers();
    }
}
