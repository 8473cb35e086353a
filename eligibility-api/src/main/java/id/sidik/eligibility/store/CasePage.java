package id.sidik.eligibility.store;

import id.sidik.eligibility.member.AdjudicationCase;
import java.util.List;
import java.util.Optional;

/**
 * Some of the cases, oldest first.
 *
 * @param nextToken asks for the page after this one; empty at the end
 */
public record CasePage(List<AdjudicationCase> cases, Optional<String> nextToken) {
    public CasePage {
        cases = List.copyOf(cases);
    }
}
