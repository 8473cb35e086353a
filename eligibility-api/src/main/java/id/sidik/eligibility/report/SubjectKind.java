package id.sidik.eligibility.report;

import java.util.Locale;

/** What a row of a fraud report is about. */
public enum SubjectKind {
    FINGER,
    MEMBER,
    DEVICE,
    OPERATOR,
    APPROVER,
    AGENT,
    FACILITY,
    CAPTURE,
    PHONE,
    ACCOUNT;

    Cell cell() {
        return Cell.of(name().toLowerCase(Locale.ROOT));
    }
}
