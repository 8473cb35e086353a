package id.sidik.bridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import id.sidik.bridge.FakeGate;
import id.sidik.eligibility.v1.AuditEvent;
import id.sidik.eligibility.v1.EligibilityServiceGrpc;
import id.sidik.eligibility.v1.GetAuditHeadRequest;
import id.sidik.eligibility.v1.GetAuditHeadResponse;
import id.sidik.eligibility.v1.ReadAuditRequest;
import id.sidik.wire.proof.Checkpoint;
import id.sidik.wire.proof.MerkleFrontier;
import id.sidik.wire.proof.MerkleHash;
import id.sidik.wire.proof.ProofRefusedException;
import id.sidik.wire.proof.VerifierKey;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditReplayTest {
    private static final int EVENTS = 7;

    @TempDir
    Path data;

    private final Log log = new Log();
    private FakeGate gate;

    @BeforeEach
    void open() throws IOException {
        gate = FakeGate.start(data, log);
        IntStream.range(0, EVENTS).forEach(index -> log.append("event " + index));
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void acceptsALogThatIsWhatItsHeadWasSignedFor() {
        assertThat(replay(Optional.empty(), Optional.empty()).size()).isEqualTo(EVENTS);
    }

    @Test
    void readsALongLogByManyCalls() {
        IntStream.range(EVENTS, 120_000).forEach(index -> log.append("event " + index));

        assertThat(replay(Optional.empty(), Optional.empty()).size()).isEqualTo(120_000);
        assertThat(log.calls).isEqualTo(3);
    }

    @Test
    void readsAsManyEventsAsAreAskedForOrThere() {
        IntStream.range(EVENTS, 60_000).forEach(index -> log.append("event " + index));

        assertThat(indexes(59_990, 4)).containsExactly(59_990L, 59_991L, 59_992L, 59_993L);
        assertThat(indexes(59_998, 0)).containsExactly(59_998L, 59_999L);
        assertThat(indexes(0, 0)).hasSize(60_000);
        assertThat(indexes(60_000, 5)).isEmpty();
    }

    private List<Long> indexes(long from, long limit) {
        List<Long> indexes = new ArrayList<>();
        new AuditEvents(EligibilityServiceGrpc.newBlockingStub(gate.channel()), from, limit)
                .forEachRemaining(event -> indexes.add(event.getIndex()));
        return indexes;
    }

    @Test
    void acceptsALogThatOnlyGrew() {
        String kept = log.head();
        log.append("one more");

        assertThat(replay(Optional.of(log.verifier), Optional.of(kept)).size()).isEqualTo(EVENTS + 1);
    }

    @Test
    void refusesAChangedEvent() {
        log.events.set(
                3,
                log.events.get(3).toBuilder()
                        .setContent(ByteString.copyFromUtf8("event 3, edited"))
                        .build());

        assertRefused("event 3", Optional.empty());
    }

    @Test
    void refusesAChangedEventWithAHashToMatch() {
        log.events.set(3, log.eventOf(3, "event 3, edited"));

        assertRefused("root over all", Optional.empty());
    }

    @Test
    void refusesADroppedEventAndASwappedPair() {
        AuditEvent fourth = log.events.remove(4);
        assertRefused("event 4", Optional.empty());
        log.events.add(5, fourth);
        assertRefused("event 4", Optional.empty());
    }

    @Test
    void refusesAShorterLogThanItsHead() {
        log.events.removeLast();

        assertRefused("ends after 6 events", Optional.empty());
    }

    @Test
    void refusesARewrittenLogAgainstTheHeadThatWasKept() {
        String kept = log.head();
        log.rewrite("another beginning");

        assertRefused("rewritten", Optional.of(kept));
    }

    @Test
    void refusesALogThatWasCutBackAndSignedAgain() {
        String kept = log.head();
        log.cutTo(4);

        assertRefused("was cut", Optional.of(kept));
    }

    @Test
    void refusesAHeadOfAnotherKeyThanTheOneThatWasPinned() {
        VerifierKey other = new VerifierKey("sidik.test/audit", newKeys().getPublic());

        assertThatThrownBy(() -> replay(Optional.of(other), Optional.empty()))
                .isInstanceOf(ProofRefusedException.class);
    }

    private void assertRefused(String sentence, Optional<String> kept) {
        assertThatThrownBy(() -> replay(Optional.empty(), kept))
                .isInstanceOf(ProofRefusedException.class)
                .hasMessageContaining(sentence);
    }

    private Checkpoint replay(Optional<VerifierKey> pinned, Optional<String> kept) {
        return AuditReplay.verify(EligibilityServiceGrpc.newBlockingStub(gate.channel()), pinned, kept);
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A log whose keeper can do with it what he likes. */
    private static final class Log extends EligibilityServiceGrpc.EligibilityServiceImplBase {
        private final KeyPair keys = newKeys();
        private final VerifierKey verifier = new VerifierKey("sidik.test/audit", keys.getPublic());
        private final List<AuditEvent> events = new ArrayList<>();
        private MerkleFrontier frontier = new MerkleFrontier();
        private int calls;

        void append(String content) {
            events.add(eventOf(events.size(), content));
            frontier.append(events.getLast().getLeafHash().toByteArray());
        }

        AuditEvent eventOf(int index, String content) {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            return AuditEvent.newBuilder()
                    .setIndex(index)
                    .setContent(ByteString.copyFrom(bytes))
                    .setLeafHash(ByteString.copyFrom(MerkleHash.leaf(bytes)))
                    .build();
        }

        void rewrite(String firstContent) {
            events.set(0, eventOf(0, firstContent));
            sumUp();
        }

        void cutTo(int size) {
            events.subList(size, events.size()).clear();
            sumUp();
        }

        private void sumUp() {
            frontier = new MerkleFrontier();
            events.forEach(event -> frontier.append(event.getLeafHash().toByteArray()));
        }

        String head() {
            return Checkpoint.of(verifier.name(), frontier).sign(keys.getPrivate(), verifier);
        }

        @Override
        public void getAuditHead(GetAuditHeadRequest request, StreamObserver<GetAuditHeadResponse> response) {
            response.onNext(GetAuditHeadResponse.newBuilder()
                    .setCheckpoint(head())
                    .setVerifierKey(verifier.text())
                    .setSize(frontier.size())
                    .build());
            response.onCompleted();
        }

        @Override
        public void readAudit(ReadAuditRequest request, StreamObserver<AuditEvent> response) {
            calls++;
            events.stream()
                    .skip(request.getFromIndex())
                    .limit(request.getLimit())
                    .forEach(response::onNext);
            response.onCompleted();
        }
    }
}
