package id.sidik.bridge.site;

import id.sidik.bridge.offline.HeldPacks;
import id.sidik.bridge.offline.Pack;
import id.sidik.eligibility.v1.IssueSitePackResponse;
import id.sidik.eligibility.v1.SealedSitePack;
import id.sidik.wire.files.DurableFiles;
import id.sidik.wire.files.OwnerOnlyFile;
import id.sidik.wire.proof.Ed25519;
import id.sidik.wire.proof.ProofRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packs of this site on its disk, as the gate sent them: encrypted to our key, and signed. Each is verified again when it is read.
 * The anchor whose signature counts is the first that the gate showed; another one later is refused.
 */
final class PackFolder {
    private static final Logger LOG = LoggerFactory.getLogger(PackFolder.class);
    private static final String SUFFIX = ".pack";
    private static final long PACK_BYTES_MAX = 64L * 1024 * 1024;

    private final Path folder;
    private final PackReader reader;
    private final ReceiptFolder receipts;
    private final OwnerOnlyFile anchorFile;
    private volatile HeldPacks held = HeldPacks.NONE;

    /** @param folder is there */
    PackFolder(Path folder, PackReader reader, ReceiptFolder receipts) {
        this.folder = folder;
        this.reader = reader;
        this.receipts = receipts;
        this.anchorFile = new OwnerOnlyFile(folder.resolve("anchor.pem"));
    }

    /** Those that are in force, and the newest. */
    HeldPacks held() {
        return held;
    }

    /** Reads all packs that are there. One that cannot be trusted is left out, and named. */
    void load() throws IOException {
        Optional<PublicKey> anchor = anchor();
        if (anchor.isEmpty()) {
            return;
        }
        List<Pack> packs = new ArrayList<>();
        for (Path file : files()) {
            try {
                packs.add(reader.read(SealedSitePack.parseFrom(readBounded(file)), anchor.get()));
            } catch (PackRefusedException | IOException e) {
                LOG.warn("{} is not used: {}", file, e.getMessage());
            }
        }
        held = new HeldPacks(packs);
    }

    /**
     * Takes a pack from the gate, durably, and forgets those that have expired.
     *
     * @throws PackRefusedException when it is not to be trusted, or older than the newest that we hold
     */
    Pack take(IssueSitePackResponse response, Instant now) throws PackRefusedException, IOException {
        PublicKey anchor = trusted(response.getAnchorPem());
        Pack pack = reader.read(response.getPack(), anchor);
        if (held.newest().filter(newest -> newest.number() >= pack.number()).isPresent()) {
            throw new PackRefusedException("pack " + pack.number() + " is not newer than the newest that is here");
        }
        if (!now.isBefore(pack.expiresAt())) {
            throw new PackRefusedException("pack " + pack.number() + " has expired by this machine's clock");
        }
        if (!anchorFile.exists()) {
            anchorFile.write(response.getAnchorPem());
        }
        if (pack.receiptLists().isPresent()) {
            receipts.put(pack.receiptLists().get(), anchor);
        }
        DurableFiles.replace(
                fileOf(pack.number()), ByteBuffer.wrap(response.getPack().toByteArray()));
        held = held.with(pack, now);
        forgetExpired();
        return pack;
    }

    /** From now on none is held; the files are there until they are destroyed. */
    void forget() {
        held = HeldPacks.NONE;
    }

    /** Deletes all packs of a folder, and what a write of one may have left; the anchor is no secret, and stays. */
    static void destroy(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(PackFolder::isOfPack).toList()) {
                Files.delete(file);
            }
        }
        DurableFiles.syncFolder(folder);
    }

    private static boolean isOfPack(Path file) {
        return file.getFileName().toString().contains(SUFFIX);
    }

    private void forgetExpired() throws IOException {
        List<Path> current =
                held.newestFirst().stream().map(pack -> fileOf(pack.number())).toList();
        for (Path file : files()) {
            if (!current.contains(file)) {
                Files.delete(file);
            }
        }
        DurableFiles.syncFolder(folder);
    }

    private Optional<PublicKey> anchor() throws IOException {
        return anchorFile.exists() ? Optional.of(Ed25519.fromPem(anchorFile.read())) : Optional.empty();
    }

    private PublicKey trusted(String pem) throws PackRefusedException, IOException {
        try {
            PublicKey shown = Ed25519.fromPem(pem);
            if (anchor().filter(known -> !known.equals(shown)).isPresent()) {
                throw new PackRefusedException(
                        "the gate shows another anchor than before; compare both in person, then delete " + anchorFile);
            }
            return shown;
        } catch (ProofRefusedException e) {
            throw new PackRefusedException("the gate shows no anchor that can be used", e);
        }
    }

    private static byte[] readBounded(Path file) throws IOException {
        if (Files.size(file) > PACK_BYTES_MAX) {
            throw new IOException("it is longer than a pack can be");
        }
        return Files.readAllBytes(file);
    }

    private Path fileOf(long number) {
        return folder.resolve(String.format(Locale.ROOT, "%020d%s", number, SUFFIX));
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the packs in " + folder + " cannot be listed", e);
        }
    }
}
