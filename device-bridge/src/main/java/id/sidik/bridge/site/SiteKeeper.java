package id.sidik.bridge.site;

import id.sidik.bridge.journal.Journal;
import id.sidik.bridge.journal.JournalEntry;
import id.sidik.bridge.journal.JournalFailedException;
import id.sidik.bridge.offline.Pack;
import id.sidik.eligibility.v1.IssueSitePackResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a site does while the gate can be asked: brings what it answered before, and fetches the next pack. For one thread. */
final class SiteKeeper implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SiteKeeper.class);

    /** As many as the gate takes at once. */
    private static final int ENTRIES_AT_ONCE_MAX = 50;

    /** After a pack that was not to be had: a slow line must not be filled with questions. */
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMinutes(1);

    private final String facilityId;
    private final SiteLine line;
    private final PackFolder packs;
    private final PackInbox inbox;
    private final Journal journal;
    private final Duration packEvery;
    private final InstantSource clock;
    private Instant nextPackAt = Instant.MIN;

    SiteKeeper(
            String facilityId,
            SiteLine line,
            PackFolder packs,
            PackInbox inbox,
            Journal journal,
            Duration packEvery,
            InstantSource clock) {
        this.facilityId = facilityId;
        this.line = line;
        this.packs = packs;
        this.inbox = inbox;
        this.journal = journal;
        this.packEvery = packEvery;
        this.clock = clock;
    }

    /** One round: all that waits, as far as the gate takes it, then a pack when it is time, or one that was carried here. */
    @Override
    public void run() {
        reconcile();
        fetch();
        inbox.takeOne().ifPresent(this::take);
    }

    private void reconcile() {
        List<JournalEntry> entries = journal.waiting(ENTRIES_AT_ONCE_MAX);
        while (!entries.isEmpty()) {
            Optional<Long> through = line.reconcile(
                    facilityId,
                    entries.stream().map(entry -> entry.upload().bytes()).toList());
            if (through.isEmpty()) {
                return;
            }
            try {
                journal.acknowledge(through.get(), clock.instant());
            } catch (JournalFailedException e) {
                LOG.warn("the gate has what was answered without it, and the journal cannot be made shorter", e);
                return;
            }
            LOG.info("the gate has what was answered without it, up to number {}", through.get());
            entries = journal.waiting(ENTRIES_AT_ONCE_MAX);
        }
    }

    private void fetch() {
        Instant now = clock.instant();
        if (now.isBefore(nextPackAt)) {
            return;
        }
        nextPackAt = now.plus(ASK_AGAIN_AFTER);
        Optional<IssueSitePackResponse> response = line.nextPack(facilityId);
        if (response.isEmpty()) {
            return;
        }
        if (take(response.get())) {
            nextPackAt = now.plus(packEvery);
        }
    }

    private boolean take(IssueSitePackResponse response) {
        try {
            Pack pack = packs.take(response, clock.instant());
            LOG.info(
                    "pack {} is here: {} expected, until {}",
                    pack.number(),
                    pack.members().size(),
                    pack.expiresAt());
            return true;
        } catch (PackRefusedException | IOException e) {
            LOG.error("a pack is not used: {}", e.getMessage());
            return false;
        }
    }
}
