package id.sidik.matcher.enrolment;

import id.sidik.engine.gallery.SubjectTraits;
import id.sidik.matcher.sample.Sample;
import id.sidik.matcher.store.IdempotentRequest;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is to be enrolled.
 *
 * @param traits what is known of the subject beside the fingers
 * @param samples at least one
 * @param duplicateFpir the FPIR up to which somebody else is a suspected duplicate; empty when nobody is searched for
 */
public record EnrolmentOrder(
        IdempotentRequest request,
        String subjectId,
        SubjectTraits traits,
        List<Sample> samples,
        OptionalDouble duplicateFpir) {
    public EnrolmentOrder {
        samples = List.copyOf(samples);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("an enrolment has at least one sample");
        }
    }
}
