package id.sidik.matcher.enrolment;

import id.sidik.engine.gallery.SearchResult;
import id.sidik.engine.quality.Quality;
import id.sidik.matcher.sample.Impression;
import java.util.List;

/** How an enrolment ends when nothing is broken. */
public sealed interface EnrolmentOutcome {
    /** The usable impressions were stored; those too poor were left out. */
    record Enrolled(List<Impression.Usable> references) implements EnrolmentOutcome {}

    /** Somebody else may have these fingers; nothing was stored. */
    record DuplicatesSuspected(SearchResult search) implements EnrolmentOutcome {}

    /** Nothing could be compared later; nothing was stored. */
    record TooPoor(List<Quality> qualities) implements EnrolmentOutcome {}
}
