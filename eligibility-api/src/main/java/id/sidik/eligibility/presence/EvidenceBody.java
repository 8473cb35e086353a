package id.sidik.eligibility.presence;

import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import java.util.Optional;

/**
 * Evidence within the body of a record.
 *
 * <pre>
 * text "receipt" | text decision id | flag by fallback | text method, if it is
 * text "grace"   | text fallback id | moment until
 * text "missing"
 * </pre>
 */
public final class EvidenceBody {
    private EvidenceBody() {}

    /** Appends it. */
    public static BodyWriter write(BodyWriter body, PresenceEvidence evidence) {
        return switch (evidence) {
            case PresenceEvidence.Receipt receipt -> {
                body.text("receipt")
                        .text(receipt.decisionId())
                        .flag(receipt.fallback().isPresent());
                receipt.fallback().ifPresent(body::name);
                yield body;
            }
            case PresenceEvidence.Grace grace ->
                body.text("grace").text(grace.fallbackId()).moment(grace.until());
            case PresenceEvidence.Missing _ -> body.text("missing");
        };
    }

    /** Reads what {@link #write} appended. */
    public static PresenceEvidence read(BodyReader body) {
        String tag = body.text();
        return switch (tag) {
            case "receipt" ->
                new PresenceEvidence.Receipt(
                        body.text(), body.flag() ? Optional.of(body.name(FallbackMethod.class)) : Optional.empty());
            case "grace" -> new PresenceEvidence.Grace(body.text(), body.moment());
            case "missing" -> new PresenceEvidence.Missing();
            default -> throw new IllegalArgumentException("no evidence is called " + tag);
        };
    }
}
