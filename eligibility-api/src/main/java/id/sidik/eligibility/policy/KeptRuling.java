package id.sidik.eligibility.policy;

import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.LocalDate;

/**
 * What is needed to make a decision again: its facts, its day and the policy's hash, with the ruling to compare with. Layout 1:
 *
 * <pre>
 * text decision id | long day decided about, days since 1970 | text policy hash | text facts, JSON | text ruling, JSON
 * </pre>
 *
 * @param policyHash as {@link PolicyFiles#hash}
 * @param rulingJson as {@link Ruling#json}
 */
public record KeptRuling(String decisionId, LocalDate day, String policyHash, Facts facts, String rulingJson) {
    /** By the id of the decision. */
    public static final RecordKind<KeptRuling> KIND =
            RecordKind.of("rulings", 'F', kept -> RecordKey.of(kept.decisionId()), KeptRuling::write, KeptRuling::read);

    private static BodyWriter write(KeptRuling kept) {
        return new BodyWriter()
                .text(kept.decisionId)
                .day(kept.day)
                .text(kept.policyHash)
                .text(kept.facts.json())
                .text(kept.rulingJson);
    }

    private static KeptRuling read(BodyReader body) {
        return new KeptRuling(body.text(), body.day(), body.text(), Facts.ofJson(body.text()), body.text());
    }

    /** Whether the policy, which must be the one that decided, says the same again. */
    public Replay replay(Policy policy) {
        if (!policy.hash().equals(policyHash)) {
            throw new IllegalArgumentException("a decision is made again by the policy that made it");
        }
        Ruling again = policy.decide(facts, day);
        return new Replay(this, again, again.json().equals(rulingJson));
    }

    /** A decision, made again. */
    public record Replay(KeptRuling kept, Ruling again, boolean same) {}
}
