package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.BUDI;
import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.journey.Counter.registration;
import static id.sidik.eligibility.matching.FakeMatcher.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.eligibility.audit.AuditLeaf;
import id.sidik.eligibility.matching.MatcherUnavailableException;
import id.sidik.eligibility.v1.DeduplicateMembersRequest;
import id.sidik.eligibility.v1.DeduplicateMembersResponse;
import id.sidik.eligibility.v1.MemberPair;
import id.sidik.eligibility.v1.PairedMember;
import id.sidik.wire.trust.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeduplicationJourneyTest {
    private static final DeduplicateMembersRequest JOB =
            DeduplicateMembersRequest.newBuilder().setJobId("job-of-november").build();
    private static final Caller AUDITOR =
            new Caller(Role.AUDITOR, Patience.of(Duration.ofSeconds(30), System::nanoTime));

    private Counter counter;

    @BeforeEach
    void registerTwoMembersWhoShareAFinger(@TempDir Path folder) {
        counter = new Counter(folder);
        counter.journeys.registration().register(registration("register-siti", SITI, sample("thumb")), operator());
        counter.journeys
                .registration()
                .register(registration("register-budi", BUDI, sample("index"), sample("thumb")), operator());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void tellsAnOfficerWhoTheTwoAre() {
        List<DeduplicateMembersResponse> answers = run(operator());

        MemberPair pair = answers.getFirst().getPair();
        assertThat(List.of(pair.getMember().getNid(), pair.getOther().getNid())).containsExactlyInAnyOrder(SITI, BUDI);
        assertThat(pair.getMember().getFullName()).isEqualTo("Siti Rahayu");
        assertThat(pair.getNumber()).isEqualTo(1);
        assertThat(answers.getLast().getProgress().getFinished()).isTrue();
        assertThat(answers.getLast().getProgress().getSubjectsDone()).isEqualTo(2);
    }

    @Test
    void tellsAnAuditorThatThereAreTwo() {
        MemberPair pair = run(AUDITOR).getFirst().getPair();

        assertThat(List.of(pair.getMember(), pair.getOther()))
                .allSatisfy(member -> assertThat(member.getFullName()).isEmpty())
                .extracting(PairedMember::getNid)
                .allMatch(nid -> nid.matches("3174[^0-9]+0003"));
    }

    @Test
    void isAuditedBeforeAnythingIsTold() {
        long before = counter.store.auditHead().size();

        run(AUDITOR);

        List<AuditLeaf> events = counter.store.readAudit(before, 10);
        assertThat(events).hasSize(1);
        assertThat(new String(events.getFirst().content(), StandardCharsets.UTF_8))
                .contains("MEMBERS_DEDUPLICATED", "auditor")
                .doesNotContain(SITI, BUDI);
    }

    @Test
    void isAuditedAlsoWhenTheMatcherDoesNotAnswer() {
        counter.matcher.down(true);
        long before = counter.store.auditHead().size();

        assertThatThrownBy(() -> run(operator())).isInstanceOf(MatcherUnavailableException.class);

        assertThat(counter.store.auditHead().size()).isEqualTo(before + 1);
    }

    private List<DeduplicateMembersResponse> run(Caller caller) {
        List<DeduplicateMembersResponse> answers = new ArrayList<>();
        counter.journeys.deduplication().run(JOB, caller).forEachRemaining(answers::add);
        return answers;
    }
}
