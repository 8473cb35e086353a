package id.sidik.eligibility.journey;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.decision.RecordedDecision;
import id.sidik.eligibility.nid.Nid;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** In what a receipt is not of what it is brought for, the first that counts. */
public enum ReceiptMismatch {
    MEMBER,
    FACILITY,
    PURPOSE;

    /** Of our family BIO- (presence): presence was shown at another facility. Printed and told: never change it. */
    public static final String OF_ANOTHER_FACILITY_CODE = "BIO-005";

    static Optional<ReceiptMismatch> of(
            RecordedDecision decision, Nid nid, Facility facility, Predicate<Purpose> serves) {
        if (!decision.nid().equals(nid)) {
            return Optional.of(MEMBER);
        }
        if (!decision.facility().equals(facility)) {
            return Optional.of(FACILITY);
        }
        return serves.test(decision.purpose()) ? Optional.empty() : Optional.of(PURPOSE);
    }

    RequestRefusedException refusal(RecordedDecision decision) {
        String differs = name().toLowerCase(Locale.ROOT);
        return new RequestRefusedException(
                RequestRefusedException.Kind.INVALID,
                "RECEIPT_OF_ANOTHER",
                "The receipt is of another " + differs + ": "
                        + decision.facility().id() + ", " + decision.purpose(),
                this == FACILITY
                        ? Map.of("differs", differs, "code", OF_ANOTHER_FACILITY_CODE)
                        : Map.of("differs", differs));
    }
}
