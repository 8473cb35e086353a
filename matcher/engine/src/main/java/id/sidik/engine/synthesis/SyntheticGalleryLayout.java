package id.sidik.engine.synthesis;

/**
 * The picture of a file that holds the references of a {@link SyntheticGallery}; numbers are big-endian.
 *
 * <pre>
 *  magic "SIDIKSYN" 8 | version u8 = 1 | fingers u8 | subjects u32 | seed i64 |
 *  subjects × fingers × ( length u16 | SidikPayload ) |
 *  CRC-32C u32 of all before
 * </pre>
 */
final class SyntheticGalleryLayout {
    static final long MAGIC = 0x534944494B53594EL; // "SIDIKSYN"
    static final int VERSION = 1;

    private SyntheticGalleryLayout() {}
}
