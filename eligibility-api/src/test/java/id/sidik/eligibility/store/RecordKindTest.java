package id.sidik.eligibility.store;

import static id.sidik.eligibility.store.StoreFixture.BUDI;
import static id.sidik.eligibility.store.StoreFixture.SITI;
import static id.sidik.eligibility.store.StoreFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store promises of every kind of record, shown with one that it knows nothing of. */
class RecordKindTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    @TempDir
    private Path folder;

    private EligibilityStore store;

    @BeforeEach
    void open() {
        store = StoreFixture.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsARecordOverARestart() {
        Slip slip = slip(SITI, DAY, 7);
        store.commit(Transaction.auditing(event()).adding(Slip.KIND, slip));
        store.close();
        store = StoreFixture.open(folder);

        assertThat(find(slip)).contains(slip);
        assertThat(find(slip(SITI, DAY, 8))).isEmpty();
        assertThat(find(slip(BUDI, DAY, 7))).isEmpty();
    }

    @Test
    void usesAKeyExactlyOnceAmongFiftyAtOnce() throws Exception {
        List<CommitResult> results = new ArrayList<>();
        try (ExecutorService counters = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<CommitResult>> races = new ArrayList<>();
            for (int counter = 0; counter < 50; counter++) {
                Slip slip = slip(SITI, DAY, 7).at("counter-" + counter);
                races.add(() -> store.commit(Transaction.auditing(event()).adding(Slip.KIND, slip)));
            }
            for (Future<CommitResult> result : counters.invokeAll(races)) {
                results.add(result.get());
            }
        }

        assertThat(results).filteredOn(CommitResult.Committed.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(new CommitResult.RecordExists("slips")::equals)
                .hasSize(49);
        assertThat(store.auditHead().size())
                .as("what is refused leaves no event")
                .isEqualTo(1);
    }

    @Test
    void replacesOnlyWhatIsAsItWasRead() {
        Slip slip = slip(SITI, DAY, 7);
        store.commit(Transaction.auditing(event()).adding(Slip.KIND, slip));

        assertThat(store.commit(Transaction.auditing(event()).replacing(Slip.KIND, slip, slip.at("b"))))
                .isEqualTo(new CommitResult.Committed(1));
        assertThat(store.commit(Transaction.auditing(event()).replacing(Slip.KIND, slip, slip.at("c"))))
                .isEqualTo(new CommitResult.RecordChanged("slips"));
        assertThat(store.commit(Transaction.auditing(event())
                        .replacing(
                                Slip.KIND,
                                slip(BUDI, DAY, 1),
                                slip(BUDI, DAY, 1).at("c"))))
                .as("what is not there cannot be replaced")
                .isEqualTo(new CommitResult.RecordChanged("slips"));
        assertThat(find(slip)).contains(slip.at("b"));
    }

    @Test
    void deletesOnlyWhatIsAsItWasRead() {
        Slip slip = slip(SITI, DAY, 7);
        store.commit(Transaction.auditing(event()).adding(Slip.KIND, slip));

        assertThat(store.commit(Transaction.auditing(event()).deleting(Slip.KIND, slip.at("b"))))
                .isEqualTo(new CommitResult.RecordChanged("slips"));
        assertThat(find(slip)).contains(slip);
        assertThat(store.commit(Transaction.auditing(event()).deleting(Slip.KIND, slip)))
                .isEqualTo(new CommitResult.Committed(1));
        assertThat(find(slip)).isEmpty();
        assertThat(store.commit(Transaction.auditing(event()).adding(Slip.KIND, slip)))
                .isEqualTo(new CommitResult.Committed(2));
    }

    @Test
    void carriesOutAllChangesOfATransactionOrNone() {
        Slip taken = slip(SITI, DAY, 7);
        store.commit(Transaction.auditing(event()).adding(Slip.KIND, taken));

        assertThat(store.commit(Transaction.auditing(event())
                        .putting(Slip.KIND, slip(BUDI, DAY, 1))
                        .adding(Slip.KIND, taken)))
                .isEqualTo(new CommitResult.RecordExists("slips"));
        assertThat(find(slip(BUDI, DAY, 1))).isEmpty();
        assertThat(store.auditHead().size()).isEqualTo(1);
    }

    @Test
    void makesChangesInTheirOrderEachSeeingTheOnesBefore() {
        Slip slip = slip(SITI, DAY, 7);

        assertThat(store.commit(
                        Transaction.auditing(event()).adding(Slip.KIND, slip).replacing(Slip.KIND, slip, slip.at("b"))))
                .isEqualTo(new CommitResult.Committed(0));
        assertThat(find(slip)).contains(slip.at("b"));
        assertThat(store.list(Slip.KIND, RecordKey.ANY, 10)).containsExactly(slip.at("b"));
        assertThat(store.commit(Transaction.auditing(event())
                        .adding(Slip.KIND, slip(SITI, DAY, 8))
                        .adding(Slip.KIND, slip(SITI, DAY, 8).at("b"))))
                .isEqualTo(new CommitResult.RecordExists("slips"));
        assertThatThrownBy(() ->
                        Transaction.auditing(event()).replacing(Slip.KIND, slip(SITI, DAY, 7), slip(SITI, DAY, 8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another key");
    }

    @Test
    void findsRecordsByWhatTheyAreIndexedBy() {
        Slip first = slip(SITI, DAY, 1);
        Slip second = slip(BUDI, DAY, 2).at("b");
        Slip third = slip(SITI, DAY.plusDays(1), 3).at("b");
        for (Slip slip : List.of(third, first, second)) {
            store.commit(Transaction.auditing(event()).adding(Slip.KIND, slip));
        }

        assertThat(byCounter("b")).containsExactly(second, third);
        assertThat(byCounter("a")).containsExactly(first);
        assertThat(store.find(Slip.KIND, Slip.BY_NUMBER, RecordKey.of(DAY).then(2)))
                .contains(second);
        assertThat(store.find(Slip.KIND, Slip.BY_NUMBER, RecordKey.of(DAY).then(3)))
                .isEmpty();
        Page<Slip> page = store.page(Slip.KIND, Slip.BY_COUNTER, RecordKey.of("b"), Optional.empty(), 1);
        assertThat(page.entries()).containsExactly(second);
        assertThat(store.page(Slip.KIND, Slip.BY_COUNTER, RecordKey.of("b"), page.nextToken(), 1))
                .isEqualTo(new Page<>(List.of(third), Optional.empty()));
    }

    @Test
    void movesAndEndsTheEntriesOfARecordWithIt() {
        Slip slip = slip(SITI, DAY, 1);
        store.commit(Transaction.auditing(event()).adding(Slip.KIND, slip));
        store.commit(Transaction.auditing(event()).putting(Slip.KIND, slip.at("b")));

        assertThat(byCounter("a")).isEmpty();
        assertThat(byCounter("b")).containsExactly(slip.at("b"));

        store.commit(Transaction.auditing(event()).deleting(Slip.KIND, slip.at("b")));

        assertThat(byCounter("b")).isEmpty();
        assertThat(store.find(Slip.KIND, Slip.BY_NUMBER, RecordKey.of(DAY).then(1)))
                .isEmpty();
    }

    @Test
    void refusesASecondRecordUnderAKeyOfAUniqueIndex() {
        store.commit(Transaction.auditing(event()).adding(Slip.KIND, slip(SITI, DAY, 1)));

        assertThat(store.commit(Transaction.auditing(event()).adding(Slip.KIND, slip(BUDI, DAY, 1))))
                .isEqualTo(new CommitResult.RecordExists("slips/number"));
        assertThat(find(slip(BUDI, DAY, 1))).isEmpty();
        assertThat(store.commit(Transaction.auditing(event())
                        .putting(Slip.KIND, slip(SITI, DAY, 1).at("b"))))
                .as("its own key is no obstacle")
                .isInstanceOf(CommitResult.Committed.class);
    }

    @Test
    void buildsAnIndexThatOlderBooksLack(@TempDir Path old) {
        List<RecordKind<?>> before = List.of(MemberBody.KIND, Slip.unindexed());
        try (EligibilityStore older = EligibilityStore.open(old, StoreFixture.keys(old), before)) {
            older.commit(Transaction.auditing(event()).adding(Slip.unindexed(), slip(SITI, DAY, 1)));
        }
        List<RecordKind<?>> after = List.of(MemberBody.KIND, Slip.KIND);
        try (EligibilityStore newer = EligibilityStore.open(old, StoreFixture.keys(old), after)) {
            assertThat(newer.find(Slip.KIND, Slip.BY_NUMBER, RecordKey.of(DAY).then(1)))
                    .contains(slip(SITI, DAY, 1));
        }
        try (EligibilityStore older = EligibilityStore.open(old, StoreFixture.keys(old), before)) {
            older.commit(Transaction.auditing(event()).deleting(Slip.unindexed(), slip(SITI, DAY, 1)));
        }
        try (EligibilityStore newer = EligibilityStore.open(old, StoreFixture.keys(old), after)) {
            assertThat(newer.find(Slip.KIND, Slip.BY_NUMBER, RecordKey.of(DAY).then(1)))
                    .as("what changed while an older program ran is indexed anew")
                    .isEmpty();
        }
    }

    @Test
    void readsOneMomentOfAllKinds() {
        store.commit(Transaction.auditing(event()).adding(Slip.KIND, slip(SITI, DAY, 1)));

        int seen = store.asOfNow(view -> {
            store.commit(Transaction.auditing(event()).adding(Slip.KIND, slip(SITI, DAY, 2)));
            return view.list(Slip.KIND, RecordKey.ANY, 10).size()
                    + view.list(Slip.KIND, Slip.BY_COUNTER, RecordKey.of("a"), 10)
                            .size();
        });

        assertThat(seen).isEqualTo(2);
        assertThat(store.list(Slip.KIND, RecordKey.ANY, 10)).hasSize(2);
    }

    private List<Slip> byCounter(String counter) {
        return store.asOfNow(view -> view.list(Slip.KIND, Slip.BY_COUNTER, RecordKey.of(counter), 10));
    }

    @Test
    void pagesThroughAPrefixInTheOrderOfKeys() {
        LocalDate before1970 = LocalDate.of(1969, 12, 31);
        List<Slip> ofSiti = List.of(
                slip(SITI, before1970, 9), slip(SITI, DAY, 2), slip(SITI, DAY, 10), slip(SITI, DAY.plusDays(1), 1));
        store.commit(Transaction.auditing(event()).adding(Slip.KIND, slip(BUDI, DAY, 3)));
        ofSiti.reversed()
                .forEach(slip -> store.commit(Transaction.auditing(event()).adding(Slip.KIND, slip)));

        Page<Slip> first = store.page(Slip.KIND, RecordKey.of(SITI), Optional.empty(), 3);
        Page<Slip> second = store.page(Slip.KIND, RecordKey.of(SITI), first.nextToken(), 3);

        assertThat(first.entries()).isEqualTo(ofSiti.subList(0, 3));
        assertThat(second).isEqualTo(new Page<>(ofSiti.subList(3, 4), Optional.empty()));
        assertThat(store.list(Slip.KIND, RecordKey.of(SITI).then(DAY), 10)).isEqualTo(ofSiti.subList(1, 3));
        assertThat(store.list(Slip.KIND, RecordKey.ANY, 10)).hasSize(5);
        assertThatThrownBy(() -> store.list(Slip.KIND, RecordKey.ANY, 4)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.page(Slip.KIND, RecordKey.of(BUDI), first.nextToken(), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another list");
    }

    @Test
    void refusesKindsThatCouldBeTakenForOneAnother() {
        RecordKind<Slip> sameTag = RecordKind.of("papers", 'q', Slip.KIND::key, _ -> new BodyWriter(), Slip.KIND::read);

        assertThatThrownBy(() -> Table.all(List.of(Slip.KIND, sameTag)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("papers");
        assertThatThrownBy(() -> store.find(sameTag, RecordKey.of("p")))
                .as("a kind that the books were not opened with")
                .hasMessageContaining("papers");
    }

    private Optional<Slip> find(Slip slip) {
        return store.find(Slip.KIND, Slip.KIND.key(slip));
    }

    private static Slip slip(Nid nid, LocalDate day, int number) {
        return new Slip(nid, day, number, "a");
    }
}
