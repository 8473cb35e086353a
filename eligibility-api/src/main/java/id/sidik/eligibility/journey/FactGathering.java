package id.sidik.eligibility.journey;

import id.sidik.eligibility.contribution.Standing;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.policy.Fact;
import id.sidik.eligibility.policy.Facts;
import id.sidik.eligibility.policy.Presence;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** All facts about one person and one purpose: what the register knows, and what the caller states of the case. */
final class FactGathering {
    private final Books books;

    FactGathering(Books books) {
        this.books = books;
    }

    /**
     * Gathers.
     *
     * @param stated facts by name, of those that a caller may state
     * @param askedOn the day of the question
     */
    Facts gather(
            Purpose purpose,
            Nid nid,
            Optional<Member> member,
            Presence presence,
            Map<Fact, Object> stated,
            LocalDate askedOn) {
        Facts.Builder facts = Facts.about(purpose, member)
                .nothingStated(askedOn)
                .presence(presence)
                .standing(member.isEmpty() ? Optional.empty() : standing(nid, purpose));
        stated.forEach(facts::with);
        return facts.build();
    }

    private Optional<Standing> standing(Nid nid, Purpose purpose) {
        return Optional.ofNullable(Standing.of(books.contributionsOf(nid)).get(purpose.programme()));
    }
}
