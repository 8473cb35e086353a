package id.sidik.wire.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a caller may do. A role of {@link Proof#CERTIFICATE} stands in the certificate as a SPIFFE id, in a subject alternative name of
 * type URI; the others stand in an access token, which also says for which facility, employer or member.
 */
public enum Role {
    MATCHER(Proof.CERTIFICATE),
    ELIGIBILITY(Proof.CERTIFICATE),
    BRIDGE(Proof.CERTIFICATE),
    OPERATOR(Proof.CERTIFICATE),
    AUDITOR(Proof.CERTIFICATE),
    /** A system of another institution. Its certificate carries tokens and may do nothing by itself. */
    CLIENT(Proof.CERTIFICATE),
    /** A hospital or another place that serves members. */
    FACILITY(Proof.TOKEN),
    EMPLOYER(Proof.TOKEN),
    MEMBER(Proof.TOKEN),
    /** A system that pays benefits. */
    CLAIMS(Proof.TOKEN);

    /** What can show a role. */
    private enum Proof {
        CERTIFICATE,
        TOKEN
    }

    private static final String TRUST_DOMAIN = "spiffe://sidik.local/";
    /** RFC 5280, 4.2.1.6: the choice uniformResourceIdentifier of GeneralName. */
    private static final int GENERAL_NAME_URI = 6;

    private final Proof proof;

    Role(Proof proof) {
        this.proof = proof;
    }

    /** The roles that a certificate can speak for, in order. */
    public static List<Role> certified() {
        return Arrays.stream(values())
                .filter(role -> role.proof == Proof.CERTIFICATE)
                .toList();
    }

    /** The roles that one installation's own processes and people hold; each gets its certificate at the first start. */
    public static List<Role> ofTheHouse() {
        return certified().stream().filter(role -> role != CLIENT).toList();
    }

    /** The SPIFFE id, for example {@code spiffe://sidik.local/bridge}. */
    public String uri() {
        return TRUST_DOMAIN + label();
    }

    /** The role in file names and messages: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role that a certificate speaks for; nobody's when it names no role of ours, or more than one URI (SPIFFE X509-SVID,
     * section 2: exactly one). A bridge's may name the bridge as well: {@link BridgeName}. Says nothing about the issuer: TLS has checked that.
     */
    public static Optional<Role> of(X509Certificate certificate) {
        return soleUriOf(certificate)
                .flatMap(uri -> BridgeName.ofUri(uri).isPresent() ? Optional.of(BRIDGE) : withUri(uri));
    }

    /** The one URI of a certificate; none where there are several, so that nobody can choose which counts. */
    static Optional<String> soleUriOf(X509Certificate certificate) {
        List<String> uris = urisOf(certificate);
        return uris.size() == 1 ? Optional.of(uris.getFirst()) : Optional.empty();
    }

    private static Optional<Role> withUri(String uri) {
        return certified().stream().filter(role -> role.uri().equals(uri)).findFirst();
    }

    private static List<String> urisOf(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null) {
                return List.of();
            }
            return names.stream()
                    .filter(name -> Integer.valueOf(GENERAL_NAME_URI).equals(name.getFirst()))
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of(); // a name that cannot be read names nobody
        }
    }
}
