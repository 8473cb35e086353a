package id.sidik.eligibility.journey;

import id.sidik.eligibility.claim.Claim;
import id.sidik.eligibility.claim.ClaimDocument;
import id.sidik.eligibility.claim.ClaimState;
import id.sidik.eligibility.claim.DocumentKind;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.presence.PresenceEvidence;
import id.sidik.eligibility.v1.ClaimRecord;
import id.sidik.eligibility.v1.PresenceRecord;
import id.sidik.wire.rpc.ProtoTime;
import java.util.List;

/** Claims in the words of the contract, and back. Names are the same on both sides. */
final class ClaimWording {
    private ClaimWording() {}

    static ClaimRecord claim(Claim claim) {
        ClaimRecord.Builder record = ClaimRecord.newBuilder()
                .setClaimId(claim.claimId())
                .setNid(claim.nid().wholeDigits())
                .setProgramme(id.sidik.eligibility.v1.Programme.valueOf(
                        claim.programme().name()))
                .setFacilityId(claim.facility().id())
                .setEventOn(claim.eventOn().toString())
                .setAmountRupiah(claim.amountRupiah())
                .setVisitId(claim.visitId().orElse(""))
                .setPresence(presence(claim.presence()))
                .setOpenedAt(ProtoTime.of(claim.openedAt()))
                .setRevision(claim.revision());
        claim.documents().forEach(document -> record.addDocuments(document(document)));
        state(record, claim.state());
        return record.build();
    }

    private static void state(ClaimRecord.Builder record, ClaimState state) {
        switch (state) {
            case ClaimState.Open _ -> record.setState(ClaimRecord.State.OPEN);
            case ClaimState.Submitted _ -> record.setState(ClaimRecord.State.SUBMITTED);
            case ClaimState.Approved approved -> approval(record.setState(ClaimRecord.State.APPROVED), approved);
            case ClaimState.Rejected rejected -> rejection(record.setState(ClaimRecord.State.REJECTED), rejected);
            case ClaimState.Appealed appealed ->
                rejection(record.setState(ClaimRecord.State.APPEALED), appealed.rejection());
            case ClaimState.PaymentNoticed paid -> {
                approval(record.setState(ClaimRecord.State.PAYMENT_NOTICED), paid.approval());
                record.setPaymentReference(paid.reference());
            }
        }
    }

    private static void approval(ClaimRecord.Builder record, ClaimState.Approved approved) {
        record.setApprovedRupiah(approved.amountRupiah()).setOnAppeal(approved.onAppeal());
    }

    private static void rejection(ClaimRecord.Builder record, ClaimState.Rejected rejected) {
        record.setRejectionReason(rejected.reason().name())
                .setRejectionCode(rejected.reason().code())
                .setOnAppeal(rejected.onAppeal());
    }

    static PresenceRecord presence(PresenceEvidence evidence) {
        PresenceRecord.Builder record = PresenceRecord.newBuilder();
        switch (evidence) {
            case PresenceEvidence.Receipt receipt -> {
                record.setDecisionId(receipt.decisionId());
                receipt.fallback().ifPresent(method -> record.setFallbackMethod(method.name()));
            }
            case PresenceEvidence.Grace grace ->
                record.setGraceFallbackId(grace.fallbackId()).setGraceUntil(ProtoTime.of(grace.until()));
            case PresenceEvidence.Missing _ -> {}
        }
        return record.build();
    }

    private static id.sidik.eligibility.v1.ClaimDocument document(ClaimDocument document) {
        return id.sidik.eligibility.v1.ClaimDocument.newBuilder()
                .setKind(id.sidik.eligibility.v1.ClaimDocument.Kind.valueOf(
                        document.kind().name()))
                .setSha256(document.sha256())
                .build();
    }

    /** Refuses documents without a kind or with a hash that is none. */
    static List<ClaimDocument> documents(List<id.sidik.eligibility.v1.ClaimDocument> documents) {
        if (documents.size() > Claim.DOCUMENTS_MAX) {
            throw RequestRefusedException.invalid(
                    "DOCUMENTS_TOO_MANY", "a claim has at most 50 documents, not " + documents.size());
        }
        return documents.stream().map(ClaimWording::document).toList();
    }

    private static ClaimDocument document(id.sidik.eligibility.v1.ClaimDocument document) {
        if (!ClaimDocument.isSha256(document.getSha256())) {
            throw RequestRefusedException.invalid(
                    "DOCUMENT_INVALID", "a document's sha256 is 64 hexadecimal digits, lower case");
        }
        return new ClaimDocument(
                Requests.named(DocumentKind.class, document.getKind(), "DOCUMENT_INVALID", "kind"),
                document.getSha256());
    }

    static Programme programme(id.sidik.eligibility.v1.Programme programme) {
        return Requests.named(Programme.class, programme, "PROGRAMME_INVALID", "programme");
    }
}
