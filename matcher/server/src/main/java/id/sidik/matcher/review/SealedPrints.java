package id.sidik.matcher.review;

import id.sidik.engine.template.FingerPosition;
import id.sidik.engine.template.FingerTemplate;
import id.sidik.engine.template.Template;
import id.sidik.engine.template.TemplateAccess;
import id.sidik.matcher.crypto.RecordSeal;
import id.sidik.matcher.crypto.SealBrokenException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Templates that somebody else keeps for a while and cannot read. Bound to a label, so that one person's do not open in another's place;
 * what is inside is below, and the seal's tag is its checksum.
 *
 * <pre>
 *  offset  size  field
 *  0       4     magic "SPRT"
 *  4       1     version, 1
 *  5       1     how many templates, 0 to 20; for each of them:
 *          1     finger position, its number in ISO/IEC 19794-2
 *          4     length n in bytes, big-endian
 *          n     the template's container
 * </pre>
 */
final class SealedPrints {
    /** Of the templates together: many times what twenty real prints take. */
    private static final int TEMPLATE_BYTES_MAX = 1 << 19;

    private static final int MAGIC = 0x53505254;
    private static final byte VERSION = 1;
    private static final int HEADER_BYTES = 6;
    private static final int ENTRY_BYTES = 5;
    private static final String PLACE = "sealed prints/";

    private final RecordSeal seal;

    SealedPrints(RecordSeal seal) {
        this.seal = seal;
    }

    /** Of half a MiB at most; the last templates are left out if they do not fit. */
    byte[] seal(String label, List<FingerTemplate> all) {
        List<FingerTemplate> templates = fitting(all);
        int length = templates.stream()
                .mapToInt(finger -> ENTRY_BYTES + finger.template().sizeBytes())
                .sum();
        ByteBuffer plain = ByteBuffer.allocate(HEADER_BYTES + length)
                .putInt(MAGIC)
                .put(VERSION)
                .put((byte) templates.size());
        for (FingerTemplate finger : templates) {
            plain.put((byte) finger.finger().isoNumber())
                    .putInt(finger.template().sizeBytes())
                    .put(finger.template().bytes(TemplateAccess.get()));
        }
        return seal.seal(plain.array(), place(label));
    }

    private static List<FingerTemplate> fitting(List<FingerTemplate> all) {
        List<FingerTemplate> fitting = new ArrayList<>();
        int length = 0;
        for (FingerTemplate finger : all) {
            length += ENTRY_BYTES + finger.template().sizeBytes();
            if (length > TEMPLATE_BYTES_MAX) {
                break;
            }
            fitting.add(finger);
        }
        return fitting;
    }

    /** @throws SealBrokenException when they were sealed with another key, for another label, or were changed */
    List<FingerTemplate> open(String label, byte[] sealed) throws SealBrokenException {
        ByteBuffer plain = ByteBuffer.wrap(seal.open(sealed, place(label)));
        if (plain.getInt() != MAGIC || plain.get() != VERSION) {
            throw new IllegalStateException("sealed prints of a version that this matcher never wrote");
        }
        List<FingerTemplate> templates = new ArrayList<>();
        for (int left = plain.get(); left > 0; left--) {
            FingerPosition finger = FingerPosition.ofIsoNumber(plain.get());
            byte[] container = new byte[plain.getInt()];
            plain.get(container);
            templates.add(new FingerTemplate(finger, Template.parse(container)));
        }
        return templates;
    }

    private static byte[] place(String label) {
        return (PLACE + label).getBytes(StandardCharsets.US_ASCII);
    }
}
