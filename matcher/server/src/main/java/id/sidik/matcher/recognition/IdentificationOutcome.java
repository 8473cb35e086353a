package id.sidik.matcher.recognition;

import id.sidik.engine.gallery.SearchResult;
import id.sidik.engine.quality.Quality;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param search nothing when no sample could be compared, so that nobody was searched for
 * @param searchTime without decoding and extraction
 * @param qualities of the samples, in their order
 */
public record IdentificationOutcome(Optional<SearchResult> search, Duration searchTime, List<Quality> qualities) {}
