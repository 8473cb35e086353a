package id.sidik.matcher.store;

import id.sidik.matcher.crypto.KeyFile;
import id.sidik.matcher.crypto.RecordSeal;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/** Whether this store, this key and these settings belong together; or, when there is nothing yet, their beginning. */
final class StoreOpening {
    private final StoreSettings settings;
    private final Database database;
    private final KeyFile keyFile;

    StoreOpening(StoreSettings settings, Database database, KeyFile keyFile) {
        this.settings = settings;
        this.database = database;
        this.keyFile = keyFile;
    }

    /** The seal of this store's records. */
    RecordSeal seal() throws RocksDBException, IOException {
        byte @Nullable [] description = database.rocks().get(database.meta(), DescriptionLayout.KEY);
        return description == null ? begin() : resume(description);
    }

    private RecordSeal begin() throws RocksDBException, IOException {
        if (holdsRecords()) {
            throw new CorruptStoreException("the store's description", "is missing, but there are records");
        }
        if (keyFile.exists()) {
            throw new StoreRefusedException(String.format(
                    Locale.ROOT,
                    "There is a key, %s, but its store is gone from %s. Restore the store from its backup; or, to begin"
                            + " again with nobody enrolled, move the key away.",
                    keyFile.path(),
                    settings.folder()));
        }
        RecordSeal seal = keyFile.createDraft();
        CommitHead.create(settings.headFile());
        writeDescription(seal);
        keyFile.adoptDraft();
        return seal;
    }

    private RecordSeal resume(byte[] description) {
        int partitionCount = DescriptionLayout.partitionCount(description);
        if (partitionCount != settings.partitionCount()) {
            throw new StoreRefusedException(String.format(
                    Locale.ROOT,
                    "The store in %s has %d partitions and the configuration says %d. The number is fixed when a store is"
                            + " made: set matcher.partitions to %2$d.",
                    settings.folder(),
                    partitionCount,
                    settings.partitionCount()));
        }
        RecordSeal seal = keyFile.exists() ? keyFile.load() : adoptedDraft();
        if (!DescriptionLayout.opensWith(seal, description)) {
            throw new StoreRefusedException(String.format(
                    Locale.ROOT,
                    "The key %s is not the one that the store in %s was sealed with. Restore the right key from its"
                            + " backup; no other can open the records.",
                    keyFile.path(),
                    settings.folder()));
        }
        return seal;
    }

    /** A draft beside a described store: the first start ended between the two. Without it the key is lost. */
    private RecordSeal adoptedDraft() {
        if (!keyFile.draftExists()) {
            throw new StoreRefusedException(String.format(
                    Locale.ROOT,
                    "The key %s is gone, and the store in %s was sealed with it. Restore the key from its backup; a new"
                            + " one could not open the records and is not made.",
                    keyFile.path(),
                    settings.folder()));
        }
        RecordSeal seal = keyFile.loadDraft();
        keyFile.adoptDraft();
        return seal;
    }

    private boolean holdsRecords() {
        try (RocksIterator references = database.rocks().newIterator(database.references());
                RocksIterator answers = database.rocks().newIterator(database.answers())) {
            references.seekToFirst();
            answers.seekToFirst();
            return references.isValid() || answers.isValid();
        }
    }

    private void writeDescription(RecordSeal seal) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            batch.put(
                    database.meta(), DescriptionLayout.KEY, DescriptionLayout.encode(settings.partitionCount(), seal));
            batch.put(database.meta(), CommitCountLayout.KEY, CommitCountLayout.encode(0));
            byte[] empty = PartitionSumLayout.encode(PartitionSum.EMPTY);
            for (int partition = 0; partition < settings.partitionCount(); partition++) {
                batch.put(database.meta(), PartitionSumLayout.key(partition), empty);
            }
            database.writeSynced(batch);
        }
    }
}
