package id.sidik.benchmarks.load;

import id.sidik.eligibility.v1.CheckEligibilityResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Every answer that the gate gave: its leaf must be in the audit for ever after. Safe for use by many threads. */
final class Acknowledged {
    private final Map<Long, String> decisionIds = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final LongAdder twice = new LongAdder();

    void note(CheckEligibilityResponse answer) {
        if (decisionIds.putIfAbsent(answer.getAuditIndex(), answer.getDecisionId()) != null) {
            twice.increment(); // two answers cannot share a leaf
        }
        outcomes.computeIfAbsent(answer.getOutcomeCase().name(), _ -> new LongAdder())
                .increment();
    }

    /** By the index of the leaf. */
    Map<Long, String> decisionIds() {
        return Map.copyOf(decisionIds);
    }

    /** Answers whose leaf another answer had claimed. */
    long sharedLeaves() {
        return twice.sum();
    }

    /** How many of each outcome. */
    Map<String, Long> outcomes() {
        Map<String, Long> counts = new TreeMap<>();
        outcomes.forEach((outcome, count) -> counts.put(outcome, count.sum()));
        return counts;
    }
}
