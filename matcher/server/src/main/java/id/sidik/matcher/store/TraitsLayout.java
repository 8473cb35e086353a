package id.sidik.matcher.store;

import id.sidik.engine.gallery.Sex;
import id.sidik.engine.gallery.SubjectTraits;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is known of a subject, inside a sealed record.
 *
 * <pre>
 *  offset  size  field
 *  0       1     sex, ISO/IEC 5218 (0 to 2)
 *  1       2     birth year, big-endian; 0: unknown
 *  3       1+r   region: its length, 0 when unknown, and as many bytes of ASCII
 *  4+r     1     number of named galleries
 *  5+r     ...   each as its length and as many bytes of ASCII, in order
 * </pre>
 */
final class TraitsLayout {
    private static final int FIXED_BYTES = 4;

    private TraitsLayout() {}

    static byte[] encode(SubjectTraits traits) {
        List<String> galleries = traits.galleries().stream().sorted().toList();
        String region = traits.region().orElse("");
        int bytes = FIXED_BYTES
                + ShortText.bytesOf(region)
                + galleries.stream().mapToInt(ShortText::bytesOf).sum();
        ByteBuffer out = ByteBuffer.allocate(bytes)
                .put((byte) traits.sex().isoNumber())
                .putShort((short) traits.birthYear().orElse(0));
        ShortText.put(out, region);
        out.put((byte) galleries.size());
        galleries.forEach(gallery -> ShortText.put(out, gallery));
        return out.array();
    }

    /** Reads from where the buffer stands; throws what {@link SubjectTraits} and the buffer throw. */
    static SubjectTraits decode(ByteBuffer in) {
        Sex sex = Sex.ofIsoNumber(in.get());
        int birthYear = Short.toUnsignedInt(in.getShort());
        String region = ShortText.get(in);
        int galleryCount = Byte.toUnsignedInt(in.get());
        Set<String> galleries = new HashSet<>();
        for (int i = 0; i < galleryCount; i++) {
            galleries.add(ShortText.get(in));
        }
        return new SubjectTraits(
                sex,
                birthYear == 0 ? OptionalInt.empty() : OptionalInt.of(birthYear),
                Optional.of(region).filter(known -> !known.isEmpty()),
                galleries);
    }
}
