package id.sidik.eligibility.access;

import static id.sidik.eligibility.access.Grants.to;
import static id.sidik.eligibility.access.Grants.toAnybody;
import static id.sidik.eligibility.access.Reach.OWN_EMPLOYER;
import static id.sidik.eligibility.access.Reach.OWN_FACILITY;
import static id.sidik.eligibility.access.Reach.OWN_NID;
import static id.sidik.eligibility.access.Reach.OWN_RECORDS;
import static id.sidik.wire.trust.Role.AUDITOR;
import static id.sidik.wire.trust.Role.BRIDGE;
import static id.sidik.wire.trust.Role.CLAIMS;
import static id.sidik.wire.trust.Role.EMPLOYER;
import static id.sidik.wire.trust.Role.FACILITY;
import static id.sidik.wire.trust.Role.MEMBER;
import static id.sidik.wire.trust.Role.OPERATOR;

import id.sidik.wire.trust.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may call what: the one table. A row is an operation; a gRPC method belongs to the row of its name ({@code CheckEligibility} to
 * {@code CHECK_ELIGIBILITY}), a REST route names its row. What has no row cannot be called: a method without one stops the start, and a
 * route cannot be written without one. {@code AccessTableTest} prints the table to {@code docs/who-may-call-what.md}.
 */
public enum Operation {
    // the gate
    CHECK_ELIGIBILITY(to(BRIDGE, OPERATOR).and(OWN_FACILITY, FACILITY).joinedBridge(OWN_FACILITY)),
    READ_DECISION(to(OPERATOR, AUDITOR, CLAIMS).and(OWN_RECORDS, FACILITY)),

    // its rules
    EXPLAIN_ELIGIBILITY(to(AUDITOR, OPERATOR)),
    REPLAY_DECISION(to(AUDITOR, OPERATOR)),
    SIMULATE_BENEFIT(to(OPERATOR).and(OWN_NID, MEMBER)),

    // members and their fingers
    REGISTER_MEMBER(to(BRIDGE, OPERATOR).joinedBridge(OWN_FACILITY)),
    ENROL_FINGERS(to(BRIDGE, OPERATOR).joinedBridge(OWN_FACILITY)),
    WITHDRAW_FINGERS(to(OPERATOR)),
    VERIFY_MEMBER(to(OPERATOR)),
    IDENTIFY_MEMBER(to(OPERATOR)),
    GET_MEMBER(to(OPERATOR).and(OWN_NID, MEMBER)),
    GET_MEMBER_FILE(to(OPERATOR).and(OWN_NID, MEMBER)),
    BEGIN_REGISTRATION(to(BRIDGE, OPERATOR)),
    DESCRIBE_APPLICANT(to(BRIDGE, OPERATOR)),
    COMPLETE_REGISTRATION(to(BRIDGE, OPERATOR).joinedBridge(OWN_FACILITY)),
    UPDATE_PROFILE(to(OPERATOR)),
    CHANGE_MEMBER_STATUS(to(OPERATOR)),
    ADD_DEPENDANT(to(OPERATOR)),
    END_DEPENDANT(to(OPERATOR)),
    REPORT_EMPLOYMENT(to(OPERATOR)),
    END_EMPLOYMENT(to(OPERATOR).and(OWN_EMPLOYER, EMPLOYER)),
    RECORD_CARD(to(OPERATOR)),
    END_CARD(to(OPERATOR)),
    RECORD_CONSENT(to(BRIDGE, OPERATOR).and(OWN_NID, MEMBER)),

    // employers
    PUT_EMPLOYER(to(OPERATOR)),
    GET_EMPLOYER(to(OPERATOR).and(OWN_EMPLOYER, EMPLOYER)),
    LIST_EMPLOYERS(to(OPERATOR)),
    LIST_WORKERS(to(OPERATOR).and(OWN_EMPLOYER, EMPLOYER)),

    // contributions
    RECORD_CONTRIBUTION(to(OPERATOR)),
    POST_CONTRIBUTION(to(OPERATOR)),
    GET_ACCOUNT(to(OPERATOR).and(OWN_NID, MEMBER)),
    RECONCILE_CHANNEL_DAY(to(OPERATOR)),

    // many records at once
    IMPORT_ROWS(to(OPERATOR).and(OWN_EMPLOYER, EMPLOYER)),
    GET_IMPORT(to(OPERATOR)),
    EXPORT_ROWS(to(OPERATOR)),

    // claims
    OPEN_CLAIM(to(OPERATOR, CLAIMS).and(OWN_FACILITY, FACILITY)),
    SUPPLY_CLAIM(to(OPERATOR, CLAIMS).and(OWN_RECORDS, FACILITY)),
    DECIDE_CLAIM(to(OPERATOR, CLAIMS)),
    APPEAL_CLAIM(to(OPERATOR, CLAIMS).and(OWN_RECORDS, FACILITY, MEMBER)),
    NOTICE_CLAIM_PAYMENT(to(OPERATOR, CLAIMS)),
    GET_CLAIM(to(OPERATOR, CLAIMS).and(OWN_RECORDS, FACILITY, MEMBER)),
    LIST_CLAIMS(to(OPERATOR, CLAIMS).and(OWN_NID, MEMBER)),

    // visits
    OPEN_VISIT(to(OPERATOR).and(OWN_FACILITY, FACILITY)),
    SHOW_VISIT_PRESENCE(to(OPERATOR).and(OWN_RECORDS, FACILITY)),
    END_VISIT(to(OPERATOR).and(OWN_RECORDS, FACILITY)),
    GET_VISIT(to(OPERATOR, CLAIMS).and(OWN_RECORDS, FACILITY)),
    LIST_VISITS(to(OPERATOR, CLAIMS).and(OWN_NID, MEMBER)),
    /** Patient and Coverage by number, for whoever is about to treat or to pay; each reading is a leaf that names the reader. */
    READ_PATIENT(to(OPERATOR, FACILITY, CLAIMS).and(OWN_NID, MEMBER)),

    // what was agreed with facilities, and approved for members
    PUT_CONTRACT(to(OPERATOR)),
    LIST_CONTRACTS(to(OPERATOR, AUDITOR, CLAIMS).and(OWN_FACILITY, FACILITY)),
    RECORD_APPROVAL(to(OPERATOR).and(OWN_FACILITY, FACILITY)),
    WITHDRAW_APPROVAL(to(OPERATOR).and(OWN_RECORDS, FACILITY)),
    LIST_APPROVALS(to(OPERATOR, CLAIMS).and(OWN_NID, MEMBER)),

    // when a finger does not help
    OPEN_FALLBACK(to(BRIDGE, OPERATOR).and(OWN_FACILITY, FACILITY).joinedBridge(OWN_FACILITY)),
    ANSWER_FALLBACK(to(BRIDGE, OPERATOR).and(OWN_RECORDS, FACILITY).joinedBridge(OWN_RECORDS)),
    VOUCH_FALLBACK(to(OPERATOR)),
    GET_FALLBACK(to(BRIDGE, OPERATOR).and(OWN_RECORDS, FACILITY).joinedBridge(OWN_RECORDS)),
    SET_PIN(to(OPERATOR)),

    // devices whose captures are believed
    REGISTER_DEVICE(to(OPERATOR)),
    REVOKE_DEVICE(to(OPERATOR)),
    LIST_DEVICES(to(OPERATOR, AUDITOR)),

    // bridges far from the gate
    /** Whoever has a code: at the door, which asks for no certificate. */
    JOIN_FLEET(toAnybody()),
    INVITE_BRIDGE(to(OPERATOR)),
    LIST_BRIDGES(to(OPERATOR, AUDITOR)),
    GET_BRIDGE(to(OPERATOR, AUDITOR)),
    REVOKE_BRIDGE(to(OPERATOR)),
    /** Its own alone, by the name in its certificate. */
    RENEW_BRIDGE(to(BRIDGE)),
    REPORT_BRIDGE(to(BRIDGE)),
    PUBLISH_PROFILE(to(OPERATOR)),

    // doubles
    LIST_ADJUDICATION_CASES(to(OPERATOR)),
    GET_ADJUDICATION_CASE(to(OPERATOR)),
    /** Minutiae of two people: each reading is a leaf that names the reader. */
    COMPARE_CASE_PRINTS(to(OPERATOR)),
    OPEN_ADJUDICATION_CASE(to(OPERATOR)),
    DECIDE_ADJUDICATION_CASE(to(OPERATOR)),
    SPLIT_MEMBER(to(OPERATOR)),
    LIST_DECIDED_CASES(to(OPERATOR)),
    DEDUPLICATE_MEMBERS(to(AUDITOR, OPERATOR)),

    // management and complaints
    LIST_REPORTS(to(OPERATOR, AUDITOR)),
    GET_REPORT(to(OPERATOR, AUDITOR)),
    PUT_SITE(to(OPERATOR)),
    PUT_STAFF_MEMBER(to(OPERATOR)),
    RECORD_COMPLAINT(to(OPERATOR)),
    ANSWER_COMPLAINT(to(OPERATOR)),
    LIST_COMPLAINTS(to(OPERATOR)),

    // without a network
    ADMIT_SITE(to(OPERATOR)),
    EXPECT_MEMBERS(to(OPERATOR).and(OWN_FACILITY, FACILITY)),
    ISSUE_SITE_PACK(to(BRIDGE, OPERATOR).joinedBridge(OWN_FACILITY)),
    RECONCILE_PROVISIONAL(to(BRIDGE).joinedBridge(OWN_FACILITY)),
    LIST_RECONCILED(to(OPERATOR, AUDITOR).and(OWN_FACILITY, FACILITY)),

    // checking us
    READ_AUDIT(to(AUDITOR, OPERATOR)),
    SEARCH_AUDIT(to(AUDITOR, OPERATOR)),
    LIST_AUDIT_WORDS(to(AUDITOR, OPERATOR)),
    GET_AUDIT_HEAD(to(BRIDGE, OPERATOR, AUDITOR, FACILITY, EMPLOYER, MEMBER, CLAIMS)),
    GET_CHECKPOINT(to(BRIDGE, OPERATOR, AUDITOR, FACILITY, EMPLOYER, MEMBER, CLAIMS)),
    READ_TILE(to(AUDITOR, OPERATOR)),
    GET_RECEIPT_TRUST(to(BRIDGE, OPERATOR, AUDITOR, FACILITY, EMPLOYER, MEMBER, CLAIMS)),
    REVOKE_RECEIPT(to(OPERATOR)),
    ROTATE_RECEIPT_KEY(to(OPERATOR)),
    WITHDRAW_RECEIPT_KEY(to(OPERATOR)),
    GET_LOG_PROOF(to(AUDITOR, OPERATOR, CLAIMS)),

    // running us
    SEE_SERVICE(toAnybody()),
    COPY_BOOKS(to(OPERATOR).byCertificateAlone()),
    ISSUE_TOKEN(to(OPERATOR).byCertificateAlone());

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    @SuppressWarnings("ImmutableEnumChecker") // a record over a map that nobody can change
    private final Grants grants;

    Operation(Grants grants) {
        this.grants = grants;
    }

    /** The row of a gRPC method, by its name without the service's; empty for a method that nobody put into the table. */
    public static Optional<Operation> ofMethod(String bareMethodName) {
        String row = WORD_START.matcher(bareMethodName).replaceAll("_").toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(operation -> operation.name().equals(row))
                .findFirst();
    }

    /** The roles that may call it. */
    public Set<Role> roles() {
        return grants.roles();
    }

    /** Whether only a certificate opens it, so that nobody makes new tokens out of a stolen one. */
    public boolean certificateAlone() {
        return grants.certificateAlone();
    }

    /**
     * How far a caller reaches with it; empty when she may not call it at all. A bridge whose certificate names its facility reaches no
     * further than a facility's own system would, where the row says so.
     */
    Optional<Reach> reachOf(Identity caller) {
        Optional<Reach> reach = reachOf(caller.role());
        return reach.isPresent() && caller.bridge().isPresent()
                ? grants.joinedBridge().or(() -> reach)
                : reach;
    }

    /** How far a bridge reaches whose certificate names its facility; empty where that makes no difference. */
    public Optional<Reach> reachOfJoinedBridge() {
        return grants.joinedBridge();
    }

    /** How far a role reaches with it; empty when the role may not call it at all. */
    public Optional<Reach> reachOf(Role role) {
        return Optional.ofNullable(grants.reaches().get(role));
    }
}
