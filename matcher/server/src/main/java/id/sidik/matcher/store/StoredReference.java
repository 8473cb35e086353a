package id.sidik.matcher.store;

import id.sidik.engine.quality.Quality;
import id.sidik.engine.template.Template;
import java.time.Instant;

/** One enrolled finger impression and where it lies. */
public record StoredReference(ReferenceKey key, Template template, Quality quality, Instant enrolledAt) {}
