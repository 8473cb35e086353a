package id.sidik.bridge.session;

import id.sidik.engine.image.FingerImage;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.template.FingerPosition;

/** An accepted image of a finger. */
public record Impression(FingerPosition finger, FingerImage image, Quality quality) {}
