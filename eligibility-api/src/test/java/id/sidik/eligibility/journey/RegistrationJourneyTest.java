package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.BUDI;
import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.check;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.journey.Counter.registration;
import static id.sidik.eligibility.matching.FakeMatcher.sample;
import static id.sidik.eligibility.matching.FakeMatcher.smudge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.sidik.eligibility.matching.FakeMatcher;
import id.sidik.eligibility.matching.MatcherUnavailableException;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.v1.EnrolFingersRequest;
import id.sidik.eligibility.v1.ListAdjudicationCasesRequest;
import id.sidik.eligibility.v1.RegisterMemberRequest;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.RegisterMemberResponse.OutcomeCase;
import id.sidik.eligibility.v1.WithdrawFingersRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationJourneyTest {
    private static final int CLIENTS = 50;

    @TempDir
    private Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private RegisterMemberResponse register(RegisterMemberRequest request) {
        return counter.journeys.registration().register(request, operator());
    }

    @Test
    void registersWithFingers() {
        RegisterMemberResponse response = register(registration("reg-siti", SITI, sample("siti")));

        assertThat(response.getRegistered().getMember().getFingersEnrolled()).isTrue();
        assertThat(response.getRegistered().getQualitiesCount()).isEqualTo(1);
        assertThat(counter.intents.open()).isEmpty();
    }

    @Test
    void registersWithoutFingers() {
        RegisterMemberResponse response = register(registration("reg-siti", SITI));

        assertThat(response.getRegistered().getMember().getFingersEnrolled()).isFalse();
        assertThat(counter.matcher.subjects()).isZero();
    }

    @Test
    void refusesASecondMemberOfOneNumber() {
        register(registration("reg-siti", SITI));

        assertThat(reasonOf(registration("reg-again", SITI, sample("siti")))).isEqualTo("MEMBER_EXISTS");
        assertThat(counter.matcher.subjects()).isZero();
    }

    @Test
    void holdsASecondNumberForOneFinger() {
        register(registration("reg-siti", SITI, sample("siti")));

        RegisterMemberResponse held = register(registration("reg-budi", BUDI, sample("siti")));

        assertThat(held.getHeld().getCandidateCount()).isEqualTo(1);
        assertThat(counter.store.findMember(new Nid(BUDI))).isEmpty();
        assertThat(counter.journeys
                        .registry()
                        .cases(ListAdjudicationCasesRequest.getDefaultInstance())
                        .getCases(0))
                .returns(held.getHeld().getCaseId(), open -> open.getCaseId())
                .returns(SITI, open -> open.getCandidates(0).getNid());
    }

    @Test
    void registersNothingWhenTheFingersAreTooPoor() {
        RegisterMemberResponse response = register(registration("reg-siti", SITI, smudge()));

        assertThat(response.getOutcomeCase()).isEqualTo(OutcomeCase.TOO_POOR);
        assertThat(counter.store.findMember(new Nid(SITI))).isEmpty();
        assertThat(counter.intents.open()).isEmpty();
    }

    @Test
    void takesNoFingersWithoutConsent() {
        RegisterMemberRequest silent = registration("reg-siti", SITI, sample("siti")).toBuilder()
                .setBiometricConsent(false)
                .build();

        assertThat(reasonOf(silent)).isEqualTo("CONSENT_MISSING");
    }

    @Test
    void refusesNumbersThatCannotBe() {
        assertThat(reasonOf(registration("reg-siti", "3174013208850003"))).isEqualTo("NID_INVALID");
        assertThat(reasonOf(registration("reg-siti", "317401570885000"))).isEqualTo("NID_INVALID");
    }

    @Test
    void saysTheSameAgainForTheSameRequest() {
        RegisterMemberRequest request = registration("reg-siti", SITI, sample("siti"));

        assertThat(register(request)).isEqualTo(register(request));
        assertThat(counter.matcher.subjects()).isEqualTo(1);
        assertThat(reasonOf(registration("reg-siti", BUDI))).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void registersExactlyOneOfFiftyAtOnce() throws Exception {
        List<Future<RegisterMemberResponse>> calls = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                RegisterMemberRequest request = registration("client-of-many-" + client, SITI, sample("siti"));
                calls.add(clients.submit(() -> register(request)));
            }
        }
        int registered = 0;
        for (Future<RegisterMemberResponse> call : calls) {
            try {
                assertThat(call.get().getOutcomeCase()).isEqualTo(OutcomeCase.REGISTERED);
                registered++;
            } catch (ExecutionException refused) {
                assertThat(refused).hasCauseInstanceOf(RequestRefusedException.class);
            }
        }
        counter.orphans.run();

        assertThat(registered).isEqualTo(1);
        assertThat(counter.matcher.subjects()).isEqualTo(1);
        assertThat(counter.intents.open()).isEmpty();
    }

    @Test
    void clearsAwayWhatACrashLeftAtTheMatcher() {
        counter.matcher.crashAfterEnrolment(true);
        assertThatExceptionOfType(MatcherUnavailableException.class)
                .isThrownBy(() -> register(registration("reg-siti", SITI, sample("siti"))));
        counter.matcher.crashAfterEnrolment(false);
        assertThat(counter.matcher.subjects()).isEqualTo(1);

        FakeMatcher matcher = counter.matcher;
        counter.close();
        counter = new Counter(folder, matcher);
        counter.orphans.run();

        assertThat(matcher.subjects()).isZero();
        assertThat(counter.intents.open()).isEmpty();
    }

    @Test
    void doesNotHoldAPersonForTheirOwnBrokenAttempt() {
        counter.matcher.crashAfterEnrolment(true);
        RegisterMemberRequest request = registration("reg-siti", SITI, sample("siti"));
        assertThatExceptionOfType(MatcherUnavailableException.class).isThrownBy(() -> register(request));
        counter.matcher.crashAfterEnrolment(false);

        assertThat(register(request).getOutcomeCase()).isEqualTo(OutcomeCase.REGISTERED);
        assertThat(counter.matcher.subjects()).isEqualTo(1);
    }

    @Test
    void neverSweepsAMembersFingers() {
        register(registration("reg-siti", SITI, sample("siti")));
        counter.intents.begin(
                counter.store.findMember(new Nid(SITI)).orElseThrow().subject());

        counter.orphans.run();

        assertThat(counter.matcher.subjects()).isEqualTo(1);
        assertThat(counter.intents.open()).isEmpty();
    }

    @Test
    void addsFingersLaterAndTakesThemAwayAgain() {
        register(registration("reg-siti", SITI));
        assertThat(counter.journeys
                        .fingers()
                        .enrol(
                                EnrolFingersRequest.newBuilder()
                                        .setIdempotencyKey("enrol-siti")
                                        .setNid(SITI)
                                        .addSamples(sample("siti"))
                                        .setBiometricConsent(true)
                                        .build(),
                                operator())
                        .hasEnrolled())
                .isTrue();

        WithdrawFingersRequest withdrawal = WithdrawFingersRequest.newBuilder()
                .setIdempotencyKey("withdraw-siti")
                .setNid(SITI)
                .setReason("asked to")
                .build();
        assertThat(counter.journeys.fingers().withdraw(withdrawal, operator()).getWithdrawnReferences())
                .isEqualTo(1);
        assertThat(counter.journeys.fingers().withdraw(withdrawal, operator()).getWithdrawnReferences())
                .isEqualTo(1);
        assertThat(counter.matcher.subjects()).isZero();
        assertThat(counter.journeys
                        .eligibility()
                        .check(check("capture-1", SITI, sample("siti")), operator())
                        .getUndetermined()
                        .getCause())
                .isEqualTo("NOT_ENROLLED");
    }

    private String reasonOf(RegisterMemberRequest request) {
        try {
            return "answered " + register(request).getOutcomeCase();
        } catch (RequestRefusedException refused) {
            return refused.reason();
        }
    }
}
