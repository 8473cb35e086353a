package id.sidik.engine.image;

/**
 * What is wrong with a sample that can not be used at all. The names are the stable reasons of {@code sidik.matcher.v1}:
 * callers switch on them, so a name never changes its meaning.
 */
public enum SampleFault {
    /** There are no bytes. */
    IMAGE_EMPTY,
    /** The bytes end before the image does. */
    IMAGE_TRUNCATED,
    /** The first bytes are those of no format that we read, or of a variant of one that we do not read. */
    IMAGE_FORMAT_UNKNOWN,
    /** A side is shorter than {@link FingerImage#SIDE_MIN_PX}. */
    IMAGE_TOO_SMALL,
    /** A side, the file or the decoded pixels exceed their bound. */
    IMAGE_TOO_LARGE,
    /** The bytes contradict their own format. */
    IMAGE_CORRUPT,
    /** A record of images holds none, several, or one of several fingers. */
    IMAGE_NOT_ONE_FINGER,
    /** The resolution is not a number of pixels per inch that a finger scanner has. */
    DPI_OUT_OF_RANGE,
    /** The bytes are no template, or were changed since they became one. */
    TEMPLATE_CORRUPT,
    /** A record of minutiae holds several views where one is wanted. */
    TEMPLATE_NOT_ONE_FINGER,
    /** The template is whole, but made by an algorithm or a version that this engine does not run. */
    TEMPLATE_VERSION_UNSUPPORTED
}
