package id.sidik.matcher.store;

import id.sidik.engine.gallery.SubjectTraits;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.quality.Quality;
import id.sidik.engine.quality.QualityCause;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;
import id.sidik.matcher.crypto.RecordSeal;
import id.sidik.matcher.crypto.SealBrokenException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * One reference at rest: a {@link RecordLayout} frame whose payload is sealed (33 bytes longer than the plain text).
 * Bound to: the kind of record, its version and its whole key, so that two records can not change places.
 *
 * <pre>
 *  offset  size  field (of the plain text)
 *  0       8     enrolled at, milliseconds since 1970-01-01T00:00Z
 *  8       1     quality score, 0 to 100
 *  9       1     quality cause, as sidik.biometrics.v1 numbers them
 *  10      t     traits of the subject, as {@link TraitsLayout} has them; not in version 1
 *  10+t    n     template, in the engine's own container: it names its algorithm and version
 * </pre>
 *
 * Version 1 is read for ever, and not written any more.
 */
public final class ReferenceLayout {
    static final int MAGIC = 0x53524546; // "SREF"
    static final byte VERSION = 2;
    /** Said nothing of the subject. */
    static final byte VERSION_WITHOUT_TRAITS = 1;

    private static final int HEADER_BYTES = 10;

    private ReferenceLayout() {}

    /** Writes a reference into a sealed record. */
    public static byte[] encode(StoredReference reference, RecordSeal seal) {
        byte[] template = reference.template().bytes(TemplateAccess.get());
        byte[] traits = TraitsLayout.encode(reference.traits());
        byte[] plain = ByteBuffer.allocate(HEADER_BYTES + traits.length + template.length)
                .putLong(reference.enrolledAt().toEpochMilli())
                .put((byte) reference.quality().score())
                .put(code(reference.quality().cause()))
                .put(traits)
                .put(template)
                .array();
        byte[] key = reference.key().bytes();
        return RecordLayout.frame(MAGIC, VERSION, seal.seal(plain, place(VERSION, key)));
    }

    /**
     * Opens a record and reads it.
     *
     * @throws CorruptStoreException when it is damaged, forged or not the one that was stored under this key
     */
    public static StoredReference decode(byte[] keyBytes, byte[] record, RecordSeal seal) {
        ReferenceKey key = ReferenceKey.parse(keyBytes);
        byte version = RecordLayout.versionOf(record) == VERSION_WITHOUT_TRAITS ? VERSION_WITHOUT_TRAITS : VERSION;
        ByteBuffer payload = RecordLayout.payload(MAGIC, version, record, key::recordName);
        byte[] sealed = new byte[payload.remaining()];
        payload.get(sealed);
        try {
            return parse(key, version, ByteBuffer.wrap(seal.open(sealed, place(version, keyBytes))));
        } catch (SealBrokenException e) {
            throw new CorruptStoreException(
                    key.recordName(),
                    "its seal does not open: it was changed, or another record was put in its place",
                    e);
        } catch (BufferUnderflowException | IllegalArgumentException | InvalidSampleException e) {
            throw new CorruptStoreException(key.recordName(), "its content can not be read by this version", e);
        }
    }

    private static StoredReference parse(ReferenceKey key, byte version, ByteBuffer plain) {
        Instant enrolledAt = Instant.ofEpochMilli(plain.getLong());
        int score = Byte.toUnsignedInt(plain.get());
        QualityCause cause = cause(plain.get());
        SubjectTraits traits = version == VERSION ? TraitsLayout.decode(plain) : SubjectTraits.UNKNOWN;
        byte[] template = new byte[plain.remaining()];
        plain.get(template);
        return new StoredReference(key, Template.parse(template), new Quality(score, cause), enrolledAt, traits);
    }

    private static byte code(QualityCause cause) {
        return switch (cause) {
            case NONE -> 0;
            case NO_FINGER -> 1;
            case SMALL_AREA -> 2;
            case TOO_DRY -> 3;
            case TOO_WET -> 4;
            case BLURRED -> 5;
            case FEW_MINUTIAE -> 6;
        };
    }

    private static QualityCause cause(byte code) {
        return Arrays.stream(QualityCause.values())
                .filter(cause -> code(cause) == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no quality cause has the number " + code));
    }

    private static byte[] place(byte version, byte[] key) {
        return ByteBuffer.allocate(Integer.BYTES + 1 + key.length)
                .putInt(MAGIC)
                .put(version)
                .put(key)
                .array();
    }
}
