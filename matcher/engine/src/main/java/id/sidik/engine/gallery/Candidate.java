package id.sidik.engine.gallery;

import id.sidik.engine.template.FingerPosition;

/**
 * A subject that probes may belong to; one candidate however many fingers found it.
 *
 * @param fmr the chance that an impostor's fingers, compared as often as these were with this subject's, score as high
 * @param fpir the chance that a search of somebody who is not enrolled returns a candidate this good, for as many
 *     subjects as were considered
 * @param finger of the reference that scored best
 */
public record Candidate(String subjectId, double fmr, double fpir, FingerPosition finger) {}
