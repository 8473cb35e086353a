package id.sidik.witness;

import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.VerifierKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * Who this witness is: its name and its Ed25519 key, which signs nothing but cosignatures.
 *
 * @param verifier what others check with
 */
record WitnessKey(VerifierKey verifier, PrivateKey privateKey) {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    static WitnessKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new WitnessKey(
                    new VerifierKey(name, VerifierKey.Kind.COSIGNATURE, pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** The name on a line, then both halves in PEM: the JDK does not compute the public one. */
    String text() {
        return verifier.name() + "\n" + BEGIN
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(privateKey.getEncoded()) + END
                + Ed25519.toPem(verifier.key());
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws ProofRefusedException if it is not a key, or its halves do not belong together
     */
    static WitnessKey parse(String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 1 || end < begin) {
            throw new ProofRefusedException("a witness's key is its name, a PEM private key and its public key");
        }
        PublicKey publicKey = Ed25519.fromPem(text.substring(end));
        PrivateKey privateKey = privateKey(text.substring(begin + BEGIN.length(), end));
        byte[] probe = {1};
        if (!Ed25519.verifies(publicKey, probe, Ed25519.sign(privateKey, probe))) {
            throw new ProofRefusedException("the two halves of the witness's key do not belong together");
        }
        return new WitnessKey(
                new VerifierKey(text.substring(0, begin).strip(), VerifierKey.Kind.COSIGNATURE, publicKey), privateKey);
    }

    private static PrivateKey privateKey(String base64) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ProofRefusedException("the witness's key holds no Ed25519 private key", e);
        }
    }

    @Override
    public String toString() {
        return verifier.text();
    }
}
