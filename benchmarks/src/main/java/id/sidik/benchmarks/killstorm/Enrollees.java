package id.sidik.benchmarks.killstorm;

import id.sidik.benchmarks.load.Members;
import id.sidik.biometrics.v1.Sample;
import id.sidik.engine.FingerEngine;
import id.sidik.engine.extraction.ExtractionResult;
import id.sidik.engine.synthesis.SyntheticFinger;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.matcher.v1.DuplicateSearch;
import id.sidik.matcher.v1.EnrolRequest;
import id.sidik.matcher.v1.VerifyRequest;
import java.util.List;
import java.util.stream.LongStream;

/** People without end, with a handful of synthetic fingers between them; as templates, so that enrolling costs only the disk. */
final class Enrollees {
    private static final int FINGERS = 4;

    private final List<Sample> samples;

    /** Grows the fingers; takes a few seconds. */
    Enrollees(long seed) {
        samples = LongStream.range(seed, seed + FINGERS)
                .mapToObj(Enrollees::sample)
                .toList();
    }

    private static Sample sample(long seed) {
        ExtractionResult result =
                FingerEngine.SIDIK.extractor().extract(SyntheticFinger.of(seed).impression(0));
        return switch (result) {
            case ExtractionResult.Extracted(var template, var _) ->
                Members.sample(new FingerTemplate(FingerPosition.RIGHT_THUMB, template));
            case ExtractionResult.TooPoor(var quality) ->
                throw new IllegalStateException("finger " + seed + " is too poor: " + quality);
        };
    }

    EnrolRequest enrolment(int person) {
        return EnrolRequest.newBuilder()
                .setIdempotencyKey("enrolment-" + person)
                .setSubjectId(subjectId(person))
                .setDuplicateSearch(DuplicateSearch.SKIP)
                .addSamples(sampleOf(person))
                .build();
    }

    VerifyRequest verification(int person) {
        return VerifyRequest.newBuilder()
                .setSubjectId(subjectId(person))
                .addSamples(sampleOf(person))
                .build();
    }

    private Sample sampleOf(int person) {
        return samples.get(person % samples.size());
    }

    private static String subjectId(int person) {
        return "person-" + person;
    }
}
