package id.sidik.eligibility.matching;

import id.sidik.eligibility.member.SubjectId;

/**
 * Somebody whom probes may belong to.
 *
 * @param fmr of the comparison with the subject's best reference, in [0, 1]
 * @param fpir the chance that a search of a stranger finds one this good, in [0, 1]
 */
public record MatchCandidate(SubjectId subject, double fmr, double fpir) {}
