package id.sidik.wire.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleTest {
    @TempDir
    Path folder;

    @Test
    void anAuthorityItselfSpeaksForNobody() {
        LocalAuthority.establish(folder.resolve("trust"), InstantSource.system());
        TrustMaterial material = TrustMaterial.load(folder.resolve("trust"), Role.AUDITOR, InstantSource.system());

        assertThat(Role.of(material.authority())).isEmpty();
        assertThat(Role.of(material.chain().getFirst())).contains(Role.AUDITOR);
    }

    @Test
    void noCertificateSpeaksForARoleOfTokens() {
        CertificateIssuer issuer = new CertificateIssuer(InstantSource.system().instant());
        CertificateIssuer.Issued authority = issuer.authority();

        assertThat(Role.of(issuer.leaf(Role.FACILITY, authority).certificate())).isEmpty();
        assertThat(Role.of(issuer.leaf(Role.CLIENT, authority).certificate())).contains(Role.CLIENT);
    }
}
