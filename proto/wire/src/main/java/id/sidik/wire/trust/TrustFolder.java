package id.sidik.wire.trust;

import id.sidik.wire.files.DurableFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * The PEM files of a trust folder: {@code ca.cert.pem}, {@code ca.key.pem}, and {@code <role>.cert.pem}, {@code <role>.key.pem} for
 * each role. Keys are PKCS#8, not encrypted: the file mode 0600 in a folder 0700 is what protects them.
 */
record TrustFolder(Path path) {
    static final String AUTHORITY = "ca";
    private static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> PUBLIC_FILE = PosixFilePermissions.fromString("rw-r--r--");
    /** No certificate or key of ours comes near this; a larger file is not one. */
    private static final long FILE_BYTES_MAX = 64 * 1024;

    Path certificateFile(String owner) {
        return path.resolve(owner + ".cert.pem");
    }

    Path keyFile(String owner) {
        return path.resolve(owner + ".key.pem");
    }

    boolean absentOrEmpty() {
        if (!Files.exists(path)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new TrustException("Cannot list the trust folder " + path + ": " + e.getMessage(), e);
        }
    }

    /** The files of a whole authority (its key and every role's) that are not there. */
    List<Path> missingFiles() {
        List<Path> missing = new ArrayList<>();
        for (String owner : owners()) {
            Stream.of(certificateFile(owner), keyFile(owner))
                    .filter(Files::notExists)
                    .forEach(missing::add);
        }
        return missing;
    }

    private static List<String> owners() {
        List<String> owners = new ArrayList<>(List.of(AUTHORITY));
        Role.ofTheHouse().stream().map(Role::label).forEach(owners::add);
        return owners;
    }

    void create() throws IOException {
        if (posix()) {
            Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
        } else {
            Files.createDirectories(path);
        }
    }

    void write(String owner, PrivateKey key, X509Certificate certificate) throws IOException {
        writeNew(keyFile(owner), PemText.of(key), OWNER_ONLY_FILE);
        writeCertificate(owner, certificate);
    }

    void writeCertificate(String owner, X509Certificate certificate) throws IOException {
        writeNew(certificateFile(owner), PemText.of(certificate), PUBLIC_FILE);
    }

    X509Certificate certificate(String owner) {
        Path file = certificateFile(owner);
        if (!(parse(file) instanceof X509CertificateHolder holder)) {
            throw new TrustException(file + " holds no certificate in PEM; put the right file back");
        }
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (CertificateException e) {
            throw new TrustException(file + " holds a certificate that cannot be read: " + e.getMessage(), e);
        }
    }

    PrivateKey key(String owner) {
        Path file = keyFile(owner);
        if (Files.exists(file)) {
            requireOwnerOnly(file);
        }
        if (!(parse(file) instanceof PrivateKeyInfo info)) {
            throw new TrustException(file + " holds no PKCS#8 private key in PEM; put the right file back");
        }
        try {
            return new JcaPEMKeyConverter().getPrivateKey(info);
        } catch (IOException e) {
            throw new TrustException(file + " holds a private key that cannot be read", e);
        }
    }

    private void requireOwnerOnly(Path file) {
        if (!posix()) {
            return;
        }
        try {
            Set<PosixFilePermission> granted = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            granted.removeAll(OWNER_ONLY_FILE);
            if (!granted.isEmpty()) {
                throw new TrustException(
                        "The private key " + file + " can be used by others than its owner; run: chmod 600 " + file);
            }
        } catch (IOException e) {
            throw new TrustException("Cannot read the permissions of " + file + ": " + e.getMessage(), e);
        }
    }

    private static Object parse(Path file) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new TrustException(
                        file + " is larger than " + FILE_BYTES_MAX + " bytes; put the right file back");
            }
            try (PEMParser parser =
                    new PEMParser(new StringReader(Files.readString(file, StandardCharsets.US_ASCII)))) {
                Object content = parser.readObject();
                return content == null ? "nothing" : content;
            }
        } catch (IOException e) {
            throw new TrustException("Cannot read " + file + " (" + e + "); put it back from a backup", e);
        }
    }

    /** The mode is set when the file is made, not after: there is no moment at which others can open it. */
    private void writeNew(Path file, String text, Set<PosixFilePermission> mode) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = posix()
                ? FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(mode))
                : FileChannel.open(file, options)) {
            DurableFiles.writeWhole(channel, StandardCharsets.US_ASCII.encode(text));
            channel.force(true);
        }
    }

    private boolean posix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
