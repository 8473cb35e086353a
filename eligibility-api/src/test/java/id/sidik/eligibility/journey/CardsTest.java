package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.BUDI;
import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.check;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.journey.Counter.payment;
import static id.sidik.eligibility.journey.Counter.registration;
import static id.sidik.eligibility.matching.FakeMatcher.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import id.sidik.eligibility.v1.BeginRegistrationRequest;
import id.sidik.eligibility.v1.BulkTable;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.CheckEligibilityResponse;
import id.sidik.eligibility.v1.CompleteRegistrationRequest;
import id.sidik.eligibility.v1.DescribeApplicantRequest;
import id.sidik.eligibility.v1.EndCardRequest;
import id.sidik.eligibility.v1.ExportRowsRequest;
import id.sidik.eligibility.v1.GetMemberRequest;
import id.sidik.eligibility.v1.ImportRowsRequest;
import id.sidik.eligibility.v1.ImportRowsResponse;
import id.sidik.eligibility.v1.MemberCard;
import id.sidik.eligibility.v1.MemberFile;
import id.sidik.eligibility.v1.OpenVisitRequest;
import id.sidik.eligibility.v1.ReadAuditRequest;
import id.sidik.eligibility.v1.RecordCardRequest;
import id.sidik.eligibility.v1.RefusedRow;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.RegistrationChannel;
import id.sidik.eligibility.v1.RegistrationProgress;
import id.sidik.eligibility.v1.Row;
import id.sidik.eligibility.v1.Segment;
import id.sidik.eligibility.v1.VisitRecord;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers on cards, from the record to the gate. All made up. */
class CardsTest {
    private static final String JKN = "0001234567890";
    private static final String KPJ = "12345678901";

    @TempDir
    private Path folder;

    private Counter counter;
    private int calls;

    @BeforeEach
    void registerSiti() {
        counter = new Counter(folder);
        counter.journeys.registration().register(registration("reg-siti", SITI, sample("siti")), operator());
        counter.journeys.contributions().record(payment("pay-siti", SITI, "2026-02"), operator());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void aCheckByCardIsDecidedAboutItsMember() {
        record(SITI, JKN);

        assertThat(checked(byCard(JKN, "siti")).hasGranted()).isTrue();
        assertThat(checked(byCard(JKN, "budi")).getDenied().getReasons(0).getName())
                .isEqualTo("PRESENCE_MISMATCH");
    }

    @Test
    void aVisitIsOpenedByTheCardThatWasShown() {
        record(SITI, JKN);
        String receipt = checked(byCard(JKN, "siti")).getReceipt();

        VisitRecord visit = counter.journeys
                .visits()
                .open(
                        OpenVisitRequest.newBuilder()
                                .setIdempotencyKey("visit-by-card")
                                .setCardNumber(JKN)
                                .setKind(VisitRecord.Kind.ADMISSION)
                                .setFacilityId("RSUD-01")
                                .setReceipt(receipt)
                                .build(),
                        operator());

        assertThat(visit.getNid()).isEqualTo(SITI);
    }

    @Test
    void aNumberThatNobodyHasIsNotADenial() {
        RequestRefusedException refused = refusal(() -> checked(byCard(JKN, "siti")));

        assertThat(refused.reason()).isEqualTo("CARD_UNKNOWN");
        assertThat(refused).hasMessageContaining("*********7890").hasMessageNotContaining(JKN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012", "00012345678901", "0001-23456789", "٠001234567890"})
    void refusesWhatNoCardCanSay(String number) {
        RequestRefusedException refused = refusal(() -> checked(byCard(number, "siti")));

        assertThat(refused.reason()).isEqualTo("CARD_NUMBER_INVALID");
        assertThat(refused)
                .hasMessageContaining(number.length() + " characters")
                .hasMessageNotContaining(number);
        assertThat(refusal(() -> record(SITI, number)).reason()).isEqualTo("CARD_NUMBER_INVALID");
    }

    @Test
    void refusesACardBesideANumber() {
        record(SITI, JKN);

        CheckEligibilityRequest both =
                byCard(JKN, "siti").toBuilder().setNid(SITI).build();
        assertThat(refusal(() -> checked(both)).reason()).isEqualTo("CARD_NUMBER_INVALID");
        assertThat(refusal(() -> checked(
                                both.toBuilder().clearNid().clearCardNumber().build()))
                        .reason())
                .isEqualTo("NID_INVALID");
    }

    @Test
    void aCardThatHasEndedServesNobody() {
        record(SITI, JKN);

        MemberFile file = end(SITI, JKN);

        assertThat(file.getMember().getCards(0).hasEndedAt()).isTrue();
        assertThat(refusal(() -> checked(byCard(JKN, "siti"))).reason()).isEqualTo("CARD_ENDED");
        assertThat(refusal(() -> end(SITI, JKN)).reason()).isEqualTo("CARD_ENDED");
    }

    @Test
    void oneNumberIsOneMembersAndOneMemberHasOneHealthCard() {
        counter.journeys.registration().register(registration("reg-budi", BUDI), operator());
        record(SITI, JKN);

        assertThat(refusal(() -> record(BUDI, JKN)).reason()).isEqualTo("CARD_TAKEN");
        assertThat(refusal(() -> record(SITI, JKN)).reason()).isEqualTo("CARD_IN_FORCE");
        assertThat(refusal(() -> record(SITI, "0009999999999")).reason()).isEqualTo("CARD_IN_FORCE");
        assertThat(refusal(() -> end(BUDI, JKN)).reason()).isEqualTo("CARD_UNKNOWN");

        end(SITI, JKN);
        record(BUDI, JKN);
        assertThat(member(JKN)).isEqualTo(BUDI);
        assertThat(record(SITI, "0009999999999").getMember().getCardsList())
                .extracting(MemberCard::getNumber)
                .containsExactly("0009999999999");
    }

    @Test
    void aWorkerHasACardOfEachEmployer() {
        record(SITI, KPJ);
        MemberFile file = record(SITI, "22345678901");

        assertThat(file.getMember().getCardsList())
                .extracting(MemberCard::getScheme)
                .containsExactly(MemberCard.Scheme.KPJ_CARD, MemberCard.Scheme.KPJ_CARD);
        assertThat(member(KPJ)).isEqualTo(SITI);
        assertThat(member("22345678901")).isEqualTo(SITI);
    }

    @Test
    void anApplicantsCardsOutliveARestartAndAreHersWhenSheIsRegistered() {
        record(SITI, JKN);
        RegistrationProgress begun = counter.journeys
                .registration()
                .begin(
                        BeginRegistrationRequest.newBuilder()
                                .setIdempotencyKey("begin-budi")
                                .setNid(BUDI)
                                .setChannel(RegistrationChannel.COUNTER)
                                .build(),
                        operator());
        DescribeApplicantRequest said = DescribeApplicantRequest.newBuilder()
                .setIdempotencyKey("describe-budi")
                .setRegistrationId(begun.getRegistrationId())
                .setFullName("Budi Santoso")
                .setSegment(Segment.INFORMAL)
                .addCardNumbers(KPJ)
                .build();
        assertThat(refusal(() -> counter.journeys
                                .registration()
                                .describe(said.toBuilder().addCardNumbers(JKN).build(), operator()))
                        .reason())
                .isEqualTo("CARD_TAKEN");
        counter.journeys.registration().describe(said, operator());
        counter.close();
        counter = new Counter(Path.of(folder.toString()), counter.matcher); // another seed, or ids come twice

        RegisterMemberResponse registered = counter.journeys
                .registration()
                .complete(
                        CompleteRegistrationRequest.newBuilder()
                                .setIdempotencyKey("complete-budi")
                                .setRegistrationId(begun.getRegistrationId())
                                .build(),
                        operator());

        assertThat(member(KPJ)).isEqualTo(BUDI);
        assertThat(registered.getRegistered().getMember().getCardsList())
                .extracting(MemberCard::getNumber)
                .containsExactly(KPJ);
    }

    @Test
    void filesBringCardsOfApplicantsAndOfMembersAndTakeThemAway() {
        ImportRowsResponse members = take(
                "a1",
                BulkTable.MEMBERS,
                row(2, Map.of("nid", BUDI, "full_name", "Budi", "segment", "INFORMAL", "card_numbers", KPJ)));
        ImportRowsResponse cards = take(
                "b2",
                BulkTable.CARDS,
                row(2, Map.of("nid", SITI, "card_number", JKN)),
                row(3, Map.of("nid", BUDI, "card_number", JKN)),
                row(4, Map.of("nid", BUDI, "card_number", "000123456789X")));

        assertThat(members.getTaken()).isEqualTo(1);
        assertThat(cards.getTaken()).isEqualTo(1);
        assertThat(cards.getRefusedList())
                .extracting(RefusedRow::getReason)
                .containsExactly("CARD_TAKEN", "CARD_NUMBER_INVALID");
        assertThat(cards.getRefused(0).getField()).isEqualTo("card_number");
        assertThat(cards.getRefused(0).getValue()).isEqualTo("*********7890");
        assertThat(member(KPJ)).isEqualTo(BUDI);
        assertThat(ImmutableList.copyOf(counter.journeys
                        .bulk()
                        .export(
                                ExportRowsRequest.newBuilder()
                                        .setTable(BulkTable.CARDS)
                                        .build(),
                                operator())))
                .extracting(row -> row.getFieldsOrThrow("card_number"))
                .containsExactlyInAnyOrder(JKN, KPJ);
    }

    @Test
    void theAuditNamesNoCard() {
        record(SITI, JKN);
        checked(byCard(JKN, "siti"));
        end(SITI, JKN);

        StringBuilder log = new StringBuilder();
        counter.journeys
                .audit()
                .read(ReadAuditRequest.getDefaultInstance())
                .forEachRemaining(event -> log.append(event.getContent().toStringUtf8()));

        assertThat(log.toString()).contains("CARD_RECORDED", "CARD_ENDED").doesNotContain(JKN);
        assertThat(log.toString().split("\"card\"", -1))
                .as("recorded, shown, ended")
                .hasSize(4);
    }

    private MemberFile record(String nid, String number) {
        return counter.journeys
                .members()
                .recordCard(
                        RecordCardRequest.newBuilder()
                                .setIdempotencyKey("record-card-" + ++calls)
                                .setNid(nid)
                                .setCardNumber(number)
                                .build(),
                        operator());
    }

    private MemberFile end(String nid, String number) {
        return counter.journeys
                .members()
                .endCard(
                        EndCardRequest.newBuilder()
                                .setIdempotencyKey("end-card-" + ++calls)
                                .setNid(nid)
                                .setCardNumber(number)
                                .setReason("recorded by mistake")
                                .build(),
                        operator());
    }

    private String member(String cardNumber) {
        return counter.journeys
                .registry()
                .member(GetMemberRequest.newBuilder().setCardNumber(cardNumber).build(), operator())
                .getMember()
                .getNid();
    }

    private CheckEligibilityRequest byCard(String number, String finger) {
        return check("check-by-card-" + ++calls, "", sample(finger)).toBuilder()
                .setCardNumber(number)
                .build();
    }

    private CheckEligibilityResponse checked(CheckEligibilityRequest request) {
        return counter.journeys.eligibility().check(request, operator());
    }

    private ImportRowsResponse take(String file, BulkTable table, Row... rows) {
        ImportRowsRequest.Builder request =
                ImportRowsRequest.newBuilder().setTable(table).setFileSha256(file.repeat(32));
        for (Row row : rows) {
            request.addRows(row);
        }
        return counter.journeys.bulk().take(request.build(), operator());
    }

    private static Row row(int line, Map<String, String> fields) {
        return Row.newBuilder().setLine(line).putAllFields(fields).build();
    }

    private static RequestRefusedException refusal(ThrowingCallable call) {
        return catchThrowableOfType(RequestRefusedException.class, call);
    }
}
