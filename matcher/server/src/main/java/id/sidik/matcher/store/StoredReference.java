package id.sidik.matcher.store;

import id.sidik.engine.gallery.SubjectTraits;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.template.Template;
import java.time.Instant;

/**
 * One enrolled finger impression and where it lies.
 *
 * @param traits what its enrolment said of the subject
 */
public record StoredReference(
        ReferenceKey key, Template template, Quality quality, Instant enrolledAt, SubjectTraits traits) {
    /** Of an enrolment that said nothing of the subject. */
    public StoredReference(ReferenceKey key, Template template, Quality quality, Instant enrolledAt) {
        this(key, template, quality, enrolledAt, SubjectTraits.UNKNOWN);
    }
}
