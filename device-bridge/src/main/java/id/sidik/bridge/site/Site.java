package id.sidik.bridge.site;

import com.google.protobuf.ByteString;
import id.sidik.bridge.journal.Journal;
import id.sidik.bridge.journal.JournalDamagedException;
import id.sidik.bridge.journal.JournalFailedException;
import id.sidik.bridge.offline.Pack;
import id.sidik.bridge.v1.GetOfflineStatusResponse;
import id.sidik.bridge.v1.HeldPack;
import id.sidik.bridge.v1.ProvisionalAnswer;
import id.sidik.bridge.vault.Vault;
import id.sidik.bridge.vault.VaultException;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.engine.FingerEngine;
import id.sidik.engine.gallery.OneToOne;
import id.sidik.wire.rpc.ProtoTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A site that may be cut off: its packs, its journal and its desk. When its keys or its journal cannot be trusted, nothing is answered
 * without a network, the reason is told, and everything else of the bridge goes on.
 */
public final class Site implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    private final Path folder;
    private final Dismissal dismissal;
    private final Optional<Parts> parts;
    private final String fault;
    private boolean packsDestroyed;

    private record Parts(Vault vault, Journal journal, PackFolder packs, OfflineDesk desk, SiteKeeper keeper) {}

    private Site(Path folder, Dismissal dismissal, Optional<Parts> parts, String fault) {
        this.folder = folder;
        this.dismissal = dismissal;
        this.parts = parts;
        this.fault = fault;
    }

    /**
     * Opens what lies in the folder, or begins there.
     *
     * @param folder made when it is not there
     * @param dismissal whether the institution has turned this bridge away: then no pack is read, and none is kept
     * @param packEvery how often a new pack is asked for
     * @param random cryptographically strong
     */
    public static Site open(
            Path folder,
            Dismissal dismissal,
            String facilityId,
            FingerEngine engine,
            SiteLine line,
            Duration packEvery,
            InstantSource clock,
            RandomGenerator random) {
        try {
            Path packFolder = packsIn(folder);
            Files.createDirectories(
                    packFolder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Vault vault = Vault.openOrCreate(keysIn(folder), Journal.exists(folder));
            PackFolder packs = new PackFolder(
                    packFolder, new PackReader(vault, facilityId), new ReceiptFolder(folder.resolve("receipts")));
            if (dismissal.since().isEmpty()) {
                packs.load();
            }
            Journal journal = Journal.open(folder, vault, random);
            if (journal.cutBytes() > 0) {
                LOG.warn("{} bytes of an answer that nobody was told were cut off the journal", journal.cutBytes());
            }
            OneToOne comparing = new OneToOne(engine.comparator(), engine.calibration());
            Parts parts = new Parts(
                    vault,
                    journal,
                    packs,
                    new OfflineDesk(packs::held, journal, comparing, clock),
                    new SiteKeeper(facilityId, line, packs, new PackInbox(inboxIn(folder)), journal, packEvery, clock));
            return new Site(folder, dismissal, Optional.of(parts), "");
        } catch (VaultException | JournalDamagedException | JournalFailedException | IOException e) {
            LOG.error("nothing can be answered without a network: {}", e.getMessage());
            return new Site(folder, dismissal, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private static Path packsIn(Path folder) {
        return folder.resolve("packs");
    }

    private static Path inboxIn(Path folder) {
        return folder.resolve("inbox");
    }

    private static Path keysIn(Path folder) {
        return folder.resolve("keys");
    }

    /** Where a bridge keeps what it needs without a network. */
    public static Path folderIn(Path data) {
        return data.resolve("bridge").resolve("offline");
    }

    /** Answers without the gate, if it can. See {@link OfflineDesk#answer}. */
    public Optional<ProvisionalAnswer> answer(CheckEligibilityRequest question) {
        return isTurnedAway()
                ? Optional.empty()
                : parts.flatMap(working -> working.desk().answer(question));
    }

    /** Whether the institution has turned this bridge away for good. */
    public boolean isTurnedAway() {
        return dismissal.since().isPresent();
    }

    /**
     * Brings to the gate what it has not seen, and fetches what is new; of a bridge that was turned away it destroys the packs instead. To be
     * run from time to time, by one thread.
     */
    public void keep() {
        if (!isTurnedAway()) {
            parts.ifPresent(working -> working.keeper().run());
        } else if (!packsDestroyed) {
            packsDestroyed = destroyPacks();
        }
    }

    /** The journal stays: nobody has seen what is in it. The keys of packs go as well, so that copies of packs cannot be read here again. */
    private boolean destroyPacks() {
        try {
            parts.ifPresent(working -> working.packs().forget());
            PackFolder.destroy(packsIn(folder));
            PackInbox.destroy(inboxIn(folder));
            Vault.replacePackKey(keysIn(folder));
            LOG.warn(
                    "the site packs are destroyed; {} answers that the gate has not seen stay in the journal",
                    parts.map(working -> working.journal().waitingCount()).orElse(0));
            return true;
        } catch (IOException | VaultException e) {
            LOG.error("the site packs cannot be destroyed, and it will be tried again: {}", e.getMessage());
            return false;
        }
    }

    /** What it could do now. */
    public GetOfflineStatusResponse status() {
        GetOfflineStatusResponse.Builder status = parts.map(Site::status)
                .orElseGet(() -> GetOfflineStatusResponse.newBuilder().setFault(fault));
        dismissal.since().ifPresent(at -> status.setTurnedAwayAt(ProtoTime.of(at)));
        return status.build();
    }

    private static GetOfflineStatusResponse.Builder status(Parts working) {
        Journal journal = working.journal();
        return GetOfflineStatusResponse.newBuilder()
                .setPackKey(ByteString.copyFrom(working.vault().packKey()))
                .addAllPacks(working.packs().held().newestFirst().stream()
                        .map(Site::worded)
                        .toList())
                .setWaiting(journal.waitingCount())
                .setNextSequence(journal.nextSequence())
                .setJournalId(journal.id())
                .setFault(
                        journal.takes()
                                ? ""
                                : "the journal is full, or the disk refused: bring it to the gate, and restart the bridge");
    }

    private static HeldPack worded(Pack pack) {
        return HeldPack.newBuilder()
                .setNumber(pack.number())
                .setMembers(pack.members().size())
                .setIssuedAt(ProtoTime.of(pack.issuedAt()))
                .setExpiresAt(ProtoTime.of(pack.expiresAt()))
                .build();
    }

    @Override
    public void close() {
        parts.ifPresent(working -> working.journal().close());
    }
}
