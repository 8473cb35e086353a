package id.sidik.bridge.facade.sbi;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64;
import id.sidik.wire.files.OwnerOnlyFile;
import id.sidik.wire.trust.SigningIdentity;
import id.sidik.wire.trust.TrustException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signs as the device does (RS256, {@code x5c}). SBI lets a device key live for {@value #LIFE_DAYS} days. A key that we made ourselves
 * is followed by another in time; one that a provider gave us is only he able to follow, and when it has expired we say so.
 */
public final class DeviceSigner {
    static final int LIFE_DAYS = 30;

    /** A third of its life is left for everybody to hear of the next one. */
    static final Duration FOLLOWED_AFTER = Duration.ofDays(20);

    private final OwnerOnlyFile file;
    private final InstantSource clock;
    private @Nullable SigningIdentity current;

    /**
     * A signer whose key lies in a file: ours, or one that a provider put there, as PEM.
     *
     * @param file read at the first signature, and made there when it is missing
     */
    public DeviceSigner(OwnerOnlyFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * A compact JWS of type JWT.
     *
     * @throws SbiRefusedException DEVICE_KEY_EXPIRED
     */
    String sign(String json) {
        SigningIdentity identity = identity();
        try {
            List<Base64> chain = new ArrayList<>();
            for (X509Certificate certificate : identity.chain()) {
                chain.add(Base64.encode(certificate.getEncoded()));
            }
            JWSObject jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .x509CertChain(chain)
                            .build(),
                    new Payload(json));
            jws.sign(new RSASSASigner(identity.key()));
            return jws.serialize();
        } catch (JOSEException | GeneralSecurityException e) {
            throw new TrustException("the SBI device key cannot sign; put an RSA key of 2048 bits there", e);
        }
    }

    /** The key that signs now; a new one where it is time, durable before it signs. */
    synchronized SigningIdentity identity() {
        SigningIdentity present = current == null ? readOrMake() : current;
        Instant now = clock.instant();
        X509Certificate certificate = present.certificate();
        if (present.isSelfSigned()
                && now.isAfter(certificate.getNotBefore().toInstant().plus(FOLLOWED_AFTER))) {
            present = make();
        } else if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new SbiRefusedException(SbiError.DEVICE_KEY_EXPIRED);
        }
        current = present;
        return present;
    }

    private SigningIdentity readOrMake() {
        try {
            return file.exists() ? SigningIdentity.parse(file.read()) : make();
        } catch (IOException e) {
            throw new TrustException("Cannot read the SBI device key " + file + ": " + e.getMessage(), e);
        }
    }

    private SigningIdentity make() {
        SigningIdentity made =
                SigningIdentity.selfSigned("Sidik SBI device", clock.instant(), Duration.ofDays(LIFE_DAYS));
        try {
            file.write(made.pem());
        } catch (IOException e) {
            throw new TrustException("Cannot write the SBI device key " + file + ": " + e.getMessage(), e);
        }
        return made;
    }
}
