package id.sidik.eligibility.audit;

import java.util.Locale;

/**
 * What an event may say besides its type, moment, actor and subject. The list is closed so that a name, a number or a finger has
 * no field to slip into. Names are part of the log: never rename one.
 */
public enum AuditField {
    DECISION_ID,
    OUTCOME,
    BENEFIT,
    IN_FORCE_UNTIL,
    /** Names of all reasons that apply, in order of precedence, told or not, with a comma between them. */
    REASONS,
    CAUSE,
    PURPOSE,
    FACILITY,
    POLICY_VERSION,
    /** What the finger proved, as a word of the policy. */
    PRESENCE,
    /** Who showed a finger for one who died, as a keyed hash of the number. */
    CLAIMANT,
    /** The number of a card that was recorded, ended or shown, as a keyed hash. */
    CARD,
    /** Whose numbers those are: JKN or KPJ. */
    CARD_SCHEME,
    /** Estimated false match rate of the comparison. */
    FMR,
    ALGORITHM,
    /** Which device took the samples, and with which key it sealed them. */
    DEVICE_ID,
    DEVICE_KEY_ID,
    /** Fingers that staff declared missing or bandaged, with a comma between them. */
    FINGER_EXCEPTIONS,
    CONTRIBUTION_ID,
    PROGRAMME,
    PERIOD,
    AMOUNT_RUPIAH,
    CHANNEL,
    CASE_ID,
    CANDIDATE_COUNT,
    /** Which of them, counted from 1. */
    CANDIDATE,
    /** Which finger of whom, by the contract's name; unspecified where none was shown, or its name is not known. */
    FINGER,
    REFERENCE_COUNT,
    /** Of a key that signs receipts. */
    KEY_ID,
    /** From when on something holds, ISO 8601 in UTC. */
    ACTIVE_FROM,
    REGISTRATION_ID,
    REGISTRATION_CHANNEL,
    /** Who decided or proposed; both, with a comma between them, where two did. */
    OFFICERS,
    VERDICT,
    STATUS,
    EFFECTIVE_ON,
    EMPLOYER,
    TABLE,
    /** SHA-256 of an imported file. */
    FILE,
    ROW_COUNT,
    /** Whether those who look alike by their data were more than were compared. */
    SEARCH_CUT_SHORT,
    CLAIM_ID,
    VISIT_ID,
    VISIT_KIND,
    APPROVAL_ID,
    /** What a claim, visit or fallback became. */
    STATE,
    /** Which documents came, as their number. */
    DOCUMENT_COUNT,
    PAYMENT_REFERENCE,
    FALLBACK_ID,
    FALLBACK_METHOD,
    /** Ids of stays that were under way, with a comma between them. */
    OVERLAPS,
    /** An officer's own words. */
    NOTE,
    /** Which report, by its name. */
    REPORT,
    COMPLAINT_ID,
    TOPIC,
    RECORD_COUNT,
    /** Why access was refused, as the stable reason of the error. */
    ERROR_REASON,
    /** Who used their role, as their access token names them. */
    PERSON,
    /** What was refused, as the method or the route. */
    OPERATION,
    /** When something stops to hold, ISO 8601 in UTC. */
    EXPIRES_AT,
    /** Of a bridge's journal. */
    JOURNAL_ID,
    /** In that journal. */
    SEQUENCE,
    /** What a bridge answered without a network: GRANTED, or the cause of the referral. */
    PROVISIONAL,
    /** How that differs from what the gate answers. */
    DIFFERENCE,
    /** Of a bridge: SHA-256 of its DER, base64url. */
    CERTIFICATE,
    /** How many events of this kind the leaf stands for. */
    COUNT;

    String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
