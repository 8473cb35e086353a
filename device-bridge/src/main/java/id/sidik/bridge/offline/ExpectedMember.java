package id.sidik.bridge.offline;

import id.sidik.engine.template.FingerTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A member whom a pack names.
 *
 * @param pseudonym 32 of [0-9a-f]
 * @param references one for each enrolled finger
 * @param prospects empty where the policy grants her nothing
 */
public record ExpectedMember(String pseudonym, List<FingerTemplate> references, List<Prospect> prospects) {
    public ExpectedMember {
        references = List.copyOf(references);
        prospects = List.copyOf(prospects);
    }

    Optional<Prospect> prospect(String purpose, Instant at) {
        return prospects.stream()
                .filter(prospect -> prospect.holds(purpose, at))
                .findFirst();
    }
}
