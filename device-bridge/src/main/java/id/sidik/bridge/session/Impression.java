package id.sidik.bridge.session;

import id.sidik.engine.image.FingerImage;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.Template;
import java.util.Optional;

/**
 * An image of a finger, and what was made of it.
 *
 * @param template empty when there is too little to compare
 */
public record Impression(FingerPosition finger, FingerImage image, Quality quality, Optional<Template> template) {}
