package id.sidik.engine.image;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The file formats that we read, each recognised by its first bytes and by nothing else. */
enum ImageFormat {
    PNG("89504E470D0A1A0A"),
    TIFF_LITTLE_ENDIAN("49492A00"),
    TIFF_BIG_ENDIAN("4D4D002A"),
    BMP("424D"),
    JPEG("FFD8FF"),
    WSQ("FFA0FF"),
    /** JPEG 2000 in boxes: the signature box. */
    JPEG_2000("0000000C6A5020200D0A870A"),
    JPEG_2000_CODESTREAM("FF4FFF51"),
    /** ISO/IEC 19794-4: "FIR" and a zero byte. */
    FINGER_IMAGE_RECORD("46495200"),
    /** ANSI/NIST-ITL: "1.001:", the tag of the length of the first record. */
    ANSI_NIST("312E3030313A"),
    /** The same in the older way to write it: "1.01:". */
    ANSI_NIST_SHORT_TAGS("312E30313A");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final String magicHex;

    ImageFormat(String magicHex) {
        this.magicHex = magicHex;
    }

    static Optional<ImageFormat> of(byte[] content) {
        return Arrays.stream(values())
                .filter(format -> format.startsContent(content))
                .findFirst();
    }

    private boolean startsContent(byte[] content) {
        int magicBytes = magicHex.length() / 2;
        return content.length >= magicBytes
                && HEX.formatHex(content, 0, magicBytes).equals(magicHex);
    }
}
