package id.sidik.eligibility.store;

import static id.sidik.eligibility.store.StoreFixture.BUDI;
import static id.sidik.eligibility.store.StoreFixture.NOW;
import static id.sidik.eligibility.store.StoreFixture.SITI;
import static id.sidik.eligibility.store.StoreFixture.answer;
import static id.sidik.eligibility.store.StoreFixture.bytes;
import static id.sidik.eligibility.store.StoreFixture.contribution;
import static id.sidik.eligibility.store.StoreFixture.event;
import static id.sidik.eligibility.store.StoreFixture.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.audit.AuditLeaf;
import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.ContributionBody;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.decision.Decision;
import id.sidik.eligibility.decision.DecisionBody;
import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.decision.StoredDecision;
import id.sidik.eligibility.decision.UndeterminedCause;
import id.sidik.eligibility.member.AdjudicationCase;
import id.sidik.eligibility.member.CaseBody;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberBody;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.wire.proof.MerkleFrontier;
import id.sidik.wire.proof.MerkleHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
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

class EligibilityStoreTest {
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

    private void reopen() {
        store.close();
        store = StoreFixture.open(folder);
    }

    @Test
    void keepsAMemberOverARestart() {
        Member siti = member(SITI, "s-1");
        store.commit(Transaction.auditing(event()).adding(MemberBody.KIND, siti));
        store.commit(Transaction.auditing(event()).replacing(MemberBody.KIND, siti, siti.withFingers()));
        reopen();

        assertThat(store.findMember(SITI)).contains(siti.withFingers());
        assertThat(store.findMember(new SubjectId("s-1"))).contains(siti.withFingers());
        assertThat(store.findMember(BUDI)).isEmpty();
        assertThat(store.findMember(new SubjectId("s-2"))).isEmpty();
    }

    @Test
    void givesANidOnce() {
        store.commit(Transaction.auditing(event()).adding(MemberBody.KIND, member(SITI, "s-1")));

        assertThat(store.commit(Transaction.auditing(event()).adding(MemberBody.KIND, member(SITI, "s-2"))))
                .isEqualTo(new CommitResult.RecordExists("members"));
        assertThat(store.findMember(SITI).map(Member::subject)).contains(new SubjectId("s-1"));
        assertThat(store.findMember(new SubjectId("s-2"))).isEmpty();
        assertThat(store.auditHead().size())
                .as("what is refused leaves no event")
                .isEqualTo(1);
    }

    @Test
    void givesANidToExactlyOneOfFiftyAtOnce() throws Exception {
        List<CommitResult> results = new ArrayList<>();
        try (ExecutorService counters = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<CommitResult>> races = new ArrayList<>();
            for (int counter = 0; counter < 50; counter++) {
                Transaction claim = Transaction.auditing(event()).adding(MemberBody.KIND, member(SITI, "s-" + counter));
                races.add(() -> store.commit(claim));
            }
            for (Future<CommitResult> result : counters.invokeAll(races)) {
                results.add(result.get());
            }
        }

        assertThat(results).filteredOn(CommitResult.Committed.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(CommitResult.RecordExists.class::isInstance)
                .hasSize(49);
        assertThat(store.auditHead().size()).isEqualTo(1);
    }

    @Test
    void refusesAnUpdateOfWhatChangedMeanwhile() {
        Member siti = member(SITI, "s-1");
        store.commit(Transaction.auditing(event()).adding(MemberBody.KIND, siti));
        store.commit(Transaction.auditing(event()).replacing(MemberBody.KIND, siti, siti.withFingers()));

        assertThat(store.commit(Transaction.auditing(event()).replacing(MemberBody.KIND, siti, siti.withFingers())))
                .isEqualTo(new CommitResult.RecordChanged("members"));
        assertThat(store.commit(Transaction.auditing(event())
                        .replacing(
                                MemberBody.KIND,
                                member(BUDI, "s-9"),
                                member(BUDI, "s-9").withFingers())))
                .isEqualTo(new CommitResult.RecordChanged("members"));
    }

    @Test
    void carriesOutARequestOnceAndAnswersItAgain() {
        Transaction once = Transaction.auditing(event())
                .adding(MemberBody.KIND, member(SITI, "s-1"))
                .answering(answer("key-0001", "register siti", "registered"));
        assertThat(store.commit(once)).isEqualTo(new CommitResult.Committed(0));
        reopen();

        CommitResult again = store.commit(once);

        assertThat(again).isInstanceOfSatisfying(CommitResult.AlreadyAnswered.class, answered -> {
            assertThat(answered.answer().answer().body()).isEqualTo(bytes("registered"));
            assertThat(answered.answer().auditIndex()).isZero();
        });
        assertThat(store.auditHead().size()).isEqualTo(1);
        assertThat(store.findAnswer("key-0001").orElseThrow().answer().answers(bytes("register siti")))
                .isTrue();
        assertThat(store.findAnswer("key-0002")).isEmpty();
    }

    @Test
    void refusesAKeyThatServedAnotherRequest() {
        store.commit(Transaction.auditing(event()).answering(answer("key-0001", "register siti", "registered")));

        assertThat(store.commit(
                        Transaction.auditing(event()).answering(answer("key-0001", "register budi", "registered"))))
                .isEqualTo(new CommitResult.IdempotencyKeyReused());
    }

    @Test
    void listsTheContributionsOfOneMemberByProgrammeAndMonth() {
        List<Contribution> paid = List.of(
                contribution("c-1", SITI, Programme.JKN, YearMonth.of(2026, 6)),
                contribution("c-2", SITI, Programme.JHT, YearMonth.of(2026, 5)),
                contribution("c-3", BUDI, Programme.JKN, YearMonth.of(2026, 5)),
                contribution("c-4", SITI, Programme.JKN, YearMonth.of(2025, 12)));
        paid.forEach(contribution ->
                store.commit(Transaction.auditing(event()).adding(ContributionBody.KIND, contribution)));

        assertThat(store.contributionsOf(SITI))
                .extracting(Contribution::contributionId)
                .containsExactly("c-2", "c-4", "c-1");
        assertThat(store.contributionsOf(BUDI)).containsExactly(paid.get(2));
    }

    @Test
    void keepsEveryKindOfDecision() {
        List<Decision> decisions = List.of(
                new Decision.Granted(Programme.JKN, LocalDate.of(2026, 7, 31)),
                new Decision.Denied(List.of(DenialReason.SUSPENDED, DenialReason.NO_CONTRIBUTION)),
                new Decision.Undetermined(UndeterminedCause.FINGER_TIMEOUT));
        for (int i = 0; i < decisions.size(); i++) {
            RecordedDecision recorded = new RecordedDecision(
                    "d-" + i,
                    SITI,
                    Purpose.HOSPITAL_ADMISSION,
                    new Facility("rs-01"),
                    decisions.get(i),
                    "2026.1",
                    NOW.plusNanos(i));
            store.commit(Transaction.auditing(event()).adding(DecisionBody.KIND, StoredDecision.unstamped(recorded)));

            assertThat(store.find(DecisionBody.KIND, RecordKey.of("d-" + i))).contains(new StoredDecision(recorded, i));
        }
        assertThat(store.find(DecisionBody.KIND, RecordKey.of("d-9"))).isEmpty();
    }

    @Test
    void pagesThroughCasesOldestFirst() {
        for (int i : new int[] {2, 0, 1}) {
            store.commit(Transaction.auditing(event()).adding(CaseBody.KIND, heldAt(i)));
        }

        Page<AdjudicationCase> first = store.page(CaseBody.KIND, RecordKey.ANY, Optional.empty(), 2);
        Page<AdjudicationCase> second = store.page(CaseBody.KIND, RecordKey.ANY, first.nextToken(), 2);

        assertThat(first.entries()).containsExactly(heldAt(0), heldAt(1));
        assertThat(second.entries()).containsExactly(heldAt(2));
        assertThat(second.nextToken()).isEmpty();
        assertThatThrownBy(() -> store.page(CaseBody.KIND, RecordKey.ANY, Optional.of("not a token"), 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.page(CaseBody.KIND, RecordKey.ANY, Optional.empty(), 201))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void growsTheLogThatAnAuditorCanRebuild() {
        for (int i = 0; i < 5; i++) {
            store.commit(Transaction.auditing(event()));
        }
        List<AuditLeaf> leaves = new ArrayList<>(store.readAudit(0, 3));
        leaves.addAll(store.readAudit(3, 3));
        MerkleFrontier tree = new MerkleFrontier();
        leaves.forEach(leaf -> tree.append(MerkleHash.leaf(leaf.content())));

        assertThat(leaves).extracting(AuditLeaf::index).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(store.auditHead().vouchesFor(tree)).isTrue();
        assertThat(store.readAudit(5, 1)).isEmpty();
    }

    @Test
    void failsATransactionThatCannotBeWrittenAloneAndGoesOn() {
        store.commit(Transaction.auditing(event()).adding(MemberBody.KIND, member(SITI, "s-1")));

        Slip tooLong = new Slip(SITI, LocalDate.of(2026, 6, 15), 1, "x".repeat(70_000));

        assertThat(store.commit(Transaction.auditing(event()).adding(MemberBody.KIND, member(BUDI, "s-1"))))
                .isEqualTo(new CommitResult.RecordExists("members/subject"));
        assertThatThrownBy(() -> store.commit(Transaction.auditing(event()).adding(Slip.KIND, tooLong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256 bytes");
        assertThat(store.writable()).isTrue();
        assertThat(store.commit(Transaction.auditing(event()).adding(MemberBody.KIND, member(BUDI, "s-2"))))
                .isEqualTo(new CommitResult.Committed(1));
    }

    @Test
    void writesNothingOnceClosed() {
        store.close();

        assertThat(store.writable()).isFalse();
        assertThatThrownBy(() -> store.commit(Transaction.auditing(event()))).isInstanceOf(StoreStoppedException.class);
        assertThatThrownBy(() -> store.findMember(SITI)).isInstanceOf(StoreStoppedException.class);
    }

    @Test
    void leavesNoNumberAndNoNameOnTheDisk() throws IOException {
        Member siti = member(SITI, "s-1");
        Transaction transaction = Transaction.auditing(event())
                .adding(MemberBody.KIND, siti)
                .adding(CaseBody.KIND, heldAt(0))
                .adding(ContributionBody.KIND, contribution("c-1", SITI, Programme.JKN, YearMonth.of(2026, 6)))
                .answering(answer("key-0001", SITI.wholeDigits(), "{\"nid\":\"" + SITI.wholeDigits() + "\"}"));
        store.commit(transaction);
        // the head is written after the answer, and before the writer looks at what was already answered
        assertThat(store.commit(transaction)).isInstanceOf(CommitResult.AlreadyAnswered.class);
        assertFoundNowhere("in the write-ahead log");
        reopen();

        assertFoundNowhere("in the tables");
    }

    private void assertFoundNowhere(String where) throws IOException {
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String content = content(file);
                assertThat(content.contains(SITI.wholeDigits()) || content.contains(BUDI.wholeDigits()))
                        .as("a NID %s: %s", where, file)
                        .isFalse();
                assertThat(content.contains("Rahayu"))
                        .as("a name %s: %s", where, file)
                        .isFalse();
            });
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AdjudicationCase heldAt(int second) {
        return new AdjudicationCase(
                "case-" + second,
                BUDI,
                "Budi Rahayu",
                List.of(new AdjudicationCase.Candidate(new SubjectId("s-1"), 1e-7, 1e-4)),
                NOW.plusSeconds(second));
    }
}
