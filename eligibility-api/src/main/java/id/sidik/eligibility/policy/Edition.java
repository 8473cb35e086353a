package id.sidik.eligibility.policy;

import java.util.List;
import java.util.Map;

/**
 * The rules of a policy, read and compiled.
 *
 * @param figures by name
 */
record Edition(
        String name, Map<String, Figure> figures, List<PurposeTerms> terms, List<Rule> rules, List<Benefit> benefits) {
    Edition {
        figures = Map.copyOf(figures);
        terms = List.copyOf(terms);
        rules = List.copyOf(rules);
        benefits = List.copyOf(benefits);
    }
}
