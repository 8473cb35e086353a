package id.sidik.wire.device;

import id.sidik.biometrics.v1.CaptureSeal;
import id.sidik.biometrics.v1.Sample;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the signature of a {@link CaptureSeal} is of: one line for each thing that the capture is bound to. A text, because Protocol
 * Buffers promise the same meaning and not the same bytes; with digests of the samples, so that it can be kept without them.
 *
 * <pre>
 * sidik.id/capture/v1
 * device bridge-3f9a1c
 * key 0a1b2c3d4e5f6071
 * nonce 00112233445566778899aabbccddeeff
 * transaction kiosk-5d0c...
 * subject 3174011708850003
 * captured 1795514401.250000000
 * millidpi 500000
 * fault -
 * sample 2 raw 256x288 500000 [64 hexadecimal digits: SHA-256 of the pixels]
 * </pre>
 */
public final class CaptureStatement {
    public static final int NONCE_BYTES = 16;
    public static final int SIGNATURE_BYTES = 64;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final double MILLI = 1_000;

    private CaptureStatement() {}

    /** Whether the fields of a seal have their form; nothing is said about its signature. */
    public static boolean isWellFormed(CaptureSeal seal) {
        return isDeviceId(seal.getDeviceId())
                && WORD.matcher(seal.getKeyId()).matches()
                && WORD.matcher(seal.getTransaction()).matches()
                && seal.getNonce().size() == NONCE_BYTES
                && seal.getSignature().size() == SIGNATURE_BYTES;
    }

    /** Whether a text can name a device: 1 to 40 of [A-Za-z0-9._-]. */
    public static boolean isDeviceId(String text) {
        return text.length() <= 40 && WORD.matcher(text).matches();
    }

    /**
     * The bytes to sign or to check, about a kilobyte at most.
     *
     * @param seal all of it but the signature counts, and the succession does not
     * @param subject whom the capture is about: the NID of the request, or else its card number
     * @param samples of the request, in its order
     * @param fault why there are none, by the contract's name; empty when there are samples
     * @throws IllegalArgumentException when a word is not one, so that none can pass for two lines
     */
    public static byte[] of(CaptureSeal seal, String subject, List<Sample> samples, String fault) {
        StringBuilder text = new StringBuilder("sidik.id/capture/v1\n");
        line(text, "device", word(seal.getDeviceId()));
        line(text, "key", word(seal.getKeyId()));
        line(text, "nonce", HexFormat.of().formatHex(seal.getNonce().toByteArray()));
        line(text, "transaction", word(seal.getTransaction()));
        line(text, "subject", word(subject));
        line(text, "captured", captured(seal));
        line(text, "millidpi", Long.toString(milli(seal.getDpi())));
        line(text, "fault", fault.isEmpty() ? "-" : word(fault));
        samples.forEach(sample -> line(text, "sample", sample.getFingerValue() + " " + form(sample)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(' ').append(value).append('\n');
    }

    private static String word(String value) {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException("a sealed word is 1 to 64 of [A-Za-z0-9._-]");
        }
        return value;
    }

    private static String captured(CaptureSeal seal) {
        return String.format(
                Locale.ROOT,
                "%d.%09d",
                seal.getCapturedAt().getSeconds(),
                seal.getCapturedAt().getNanos());
    }

    private static long milli(double dpi) {
        return Math.round(dpi * MILLI);
    }

    private static String form(Sample sample) {
        return switch (sample.getDataCase()) {
            case RAW ->
                "raw " + sample.getRaw().getWidthPx() + "x" + sample.getRaw().getHeightPx() + " "
                        + milli(sample.getRaw().getDpi()) + " "
                        + digest(sample.getRaw().getPixels().toByteArray());
            case ENCODED ->
                "encoded " + milli(sample.getEncoded().getDpi()) + " "
                        + digest(sample.getEncoded().getContent().toByteArray());
            case TEMPLATE ->
                "template " + digest(sample.getTemplate().getContent().toByteArray());
            case MINUTIAE ->
                "minutiae " + digest(sample.getMinutiae().getContent().toByteArray());
            case DATA_NOT_SET -> "nothing";
        };
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
