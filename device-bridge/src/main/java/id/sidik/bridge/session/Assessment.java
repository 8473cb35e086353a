package id.sidik.bridge.session;

import id.sidik.engine.quality.Quality;
import id.sidik.engine.template.Template;
import java.util.Optional;

/**
 * What the engine says of one frame.
 *
 * @param template to compare it with; empty when there is too little to compare
 */
public record Assessment(Quality quality, Optional<Template> template) {}
