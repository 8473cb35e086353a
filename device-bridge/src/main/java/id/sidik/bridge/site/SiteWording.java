package id.sidik.bridge.site;

import com.google.protobuf.ByteString;
import id.sidik.bridge.journal.JournalEntry;
import id.sidik.bridge.offline.OfflineAnswer;
import id.sidik.bridge.offline.OfflineCause;
import id.sidik.bridge.v1.ProvisionalAnswer;
import id.sidik.bridge.v1.ProvisionallyGranted;
import id.sidik.bridge.v1.Referred;
import id.sidik.eligibility.v1.CheckEligibilityRequest;
import id.sidik.eligibility.v1.ProvisionalCheck;
import id.sidik.eligibility.v1.ProvisionalGrant;
import id.sidik.eligibility.v1.ProvisionalReferral;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.Template;
import id.sidik.wire.rpc.ProtoTime;
import java.util.List;

/** Provisional answers in the words of the contracts. */
final class SiteWording {
    private SiteWording() {}

    /** What the page and the operator's program are told. */
    static ProvisionalAnswer answer(JournalEntry entry) {
        ProvisionalAnswer.Builder answer = ProvisionalAnswer.newBuilder()
                .setJournalSequence(entry.sequence())
                .setAnsweredAt(ProtoTime.of(entry.at()))
                .setPackNumber(entry.packNumber());
        return switch (entry.answer()) {
            case OfflineAnswer.Granted(String benefit, String inForceUntil, long _) ->
                answer.setGranted(ProvisionallyGranted.newBuilder()
                                .setBenefit(benefit)
                                .setInForceUntil(inForceUntil))
                        .build();
            case OfflineAnswer.Referred(OfflineCause cause) ->
                answer.setReferred(Referred.newBuilder()
                                .setCause(cause.name())
                                .setTextId(cause.textIndonesian())
                                .setTextEn(cause.textEnglish()))
                        .build();
        };
    }

    /** What the gate is sent. */
    static ProvisionalCheck check(
            String journalId,
            long sequence,
            byte[] previousHash,
            CheckEligibilityRequest question,
            long packNumber,
            OfflineAnswer answer,
            double fmr) {
        ProvisionalCheck.Builder check = ProvisionalCheck.newBuilder()
                .setJournalId(journalId)
                .setSequence(sequence)
                .setPreviousHash(ByteString.copyFrom(previousHash))
                .setQuestion(question)
                .setPackNumber(packNumber)
                .setFmr(fmr);
        return switch (answer) {
            case OfflineAnswer.Granted(String benefit, String inForceUntil, long stakeRupiah) ->
                check.setGranted(ProvisionalGrant.newBuilder()
                                .setBenefit(benefit)
                                .setInForceUntil(inForceUntil)
                                .setStakeRupiah(stakeRupiah))
                        .build();
            case OfflineAnswer.Referred(OfflineCause cause) ->
                check.setReferred(ProvisionalReferral.newBuilder().setCause(cause.name()))
                        .build();
        };
    }

    /** What is to be compared. */
    static List<FingerTemplate> probes(CheckEligibilityRequest question) {
        return question.getSamplesList().stream()
                .map(sample -> new FingerTemplate(
                        FingerPosition.ofIsoNumber(sample.getFingerValue()),
                        Template.parse(sample.getTemplate().getContent().toByteArray())))
                .toList();
    }
}
