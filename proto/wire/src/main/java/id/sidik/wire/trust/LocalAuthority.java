package id.sidik.wire.trust;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The certificate authority of one installation, made on the spot at its first start.
 *
 * <p>All files appear at once: they are made in a folder beside and moved into place, so several processes may start together on
 * a fresh machine, and a cut in the middle leaves nothing half made. What is once there is never made again: a lost key stops the
 * start, because inventing another one would silently part this machine from its peers.
 */
public final class LocalAuthority {
    private LocalAuthority() {}

    /**
     * Makes the authority and a key and certificate for each role, unless {@code folder} has them.
     *
     * <p>A folder without the authority's key, but with its certificate, belongs to a machine that got its certificates from
     * elsewhere (or whose authority key is kept offline); it is left as it is. So is that of a bridge that joined a fleet.
     *
     * @throws TrustException when only a part of the files is there, or they cannot be written
     */
    public static void establish(Path folder, InstantSource clock) {
        TrustFolder trust = new TrustFolder(folder.toAbsolutePath().normalize());
        if (trust.absentOrEmpty()) {
            make(trust, clock);
        }
        if (BridgeIdentity.isIn(trust.path())) {
            return;
        }
        if (Files.notExists(trust.keyFile(TrustFolder.AUTHORITY))
                && Files.exists(trust.certificateFile(TrustFolder.AUTHORITY))) {
            return;
        }
        List<Path> missing = trust.missingFiles();
        if (!missing.isEmpty()) {
            throw new TrustException("The trust folder " + trust.path() + " lacks "
                    + missing.stream()
                            .map(file -> file.getFileName().toString())
                            .toList()
                    + "; put them back from a backup, or remove the whole folder to make a new authority"
                    + " (every peer then needs a new certificate)");
        }
    }

    /**
     * Makes a folder with a key and certificate of role {@link Role#CLIENT} for another institution's system, and the authority to
     * check us by. The folder is all that the system needs, and all that it should get.
     *
     * @param into does not exist yet
     * @throws TrustException when this machine has no authority's key, or the folder exists or cannot be written
     */
    public static void issueClient(Path folder, Path into, InstantSource clock) {
        TrustFolder trust = new TrustFolder(folder.toAbsolutePath().normalize());
        TrustFolder client = new TrustFolder(into.toAbsolutePath().normalize());
        if (Files.exists(client.path())) {
            throw new TrustException(client.path() + " exists; name a folder that does not");
        }
        CertificateIssuer.Issued authority = new CertificateIssuer.Issued(
                trust.key(TrustFolder.AUTHORITY), trust.certificate(TrustFolder.AUTHORITY));
        try {
            client.create();
            CertificateIssuer.Issued leaf = new CertificateIssuer(clock.instant()).leaf(Role.CLIENT, authority);
            client.write(Role.CLIENT.label(), leaf.key(), leaf.certificate());
            client.writeCertificate(TrustFolder.AUTHORITY, authority.certificate());
        } catch (IOException e) {
            throw new TrustException("Cannot make the folder " + client.path() + ": " + e, e);
        }
    }

    private static void make(TrustFolder trust, InstantSource clock) {
        TrustFolder draft =
                new TrustFolder(trust.path().resolveSibling(trust.path().getFileName() + ".new-" + UUID.randomUUID()));
        try {
            draft.create();
            CertificateIssuer issuer = new CertificateIssuer(clock.instant());
            CertificateIssuer.Issued authority = issuer.authority();
            draft.write(TrustFolder.AUTHORITY, authority.key(), authority.certificate());
            for (Role role : Role.ofTheHouse()) {
                CertificateIssuer.Issued leaf = issuer.leaf(role, authority);
                draft.write(role.label(), leaf.key(), leaf.certificate());
            }
            moveIntoPlace(draft, trust);
        } catch (IOException e) {
            throw new TrustException("Cannot make the trust folder " + trust.path() + ": " + e, e);
        }
    }

    private static void moveIntoPlace(TrustFolder draft, TrustFolder trust) throws IOException {
        try {
            Files.move(draft.path(), trust.path(), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            boolean anotherProcessWasFirst = !trust.absentOrEmpty();
            remove(draft);
            if (!anotherProcessWasFirst) {
                throw e;
            }
        }
    }

    private static void remove(TrustFolder draft) throws IOException {
        try (Stream<Path> files = Files.list(draft.path())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(draft.path());
    }
}
