package id.sidik.wire.trust;

import io.grpc.util.AdvancedTlsX509KeyManager;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;

/** The trust material of a process whose certificate is renewed while it runs: handshakes that begin after that show the next one. */
public final class RenewableTrust implements Supplier<TrustMaterial> {
    private final AdvancedTlsX509KeyManager keyManager = new AdvancedTlsX509KeyManager();
    private volatile TrustMaterial current;

    public RenewableTrust(TrustMaterial first) {
        current = first;
        show(first);
    }

    @Override
    public TrustMaterial get() {
        return current;
    }

    /** Takes the next one; connections that are open go on with what they began with. */
    public void renew(TrustMaterial next) {
        show(next);
        current = next;
    }

    private void show(TrustMaterial material) {
        keyManager.updateIdentityCredentials(material.chain().toArray(X509Certificate[]::new), material.key());
    }

    KeyManager keyManager() {
        return keyManager;
    }
}
