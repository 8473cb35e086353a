package id.sidik.engine.template;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The native template of SourceAFIS: a CBOR map (RFC 8949) of six fields, always in this order. SourceAFIS itself reads
 * whatever Jackson can bind, and falls back to foreign formats; we let nothing through that SourceAFIS would not have written.
 *
 * <pre>
 * { "version": "3.18.1-java", "width": px, "height": px,
 *   "positionsX": [px…], "positionsY": [px…], "directions": [radians…], "types": "EB…" }
 * </pre>
 */
public final class SourceAfisPayload {
    /** Native templates change between versions, so the version is part of the algorithm. */
    public static final Algorithm ALGORITHM = new Algorithm("sourceafis", "3.18.1");

    /** As many as its extractor keeps; more, or the same one again and again, can only have been made by hand. */
    public static final int MINUTIAE_MAX = 100;

    private static final String NATIVE_VERSION = ALGORITHM.version() + "-java";
    private static final int SIDE_MAX_PX = 10_000;
    private static final double FULL_TURN = 2 * Math.PI;
    private static final CBORFactory CBOR = CBORFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2)
                    .maxNameLength(16)
                    .maxStringLength(MINUTIAE_MAX)
                    .maxNumberLength(32)
                    .build())
            .build();

    private final JsonParser in;

    private SourceAfisPayload(JsonParser in) {
        this.in = in;
    }

    /**
     * How many minutiae the payload holds; reads it whole, in O(bytes) time and memory for {@link #MINUTIAE_MAX} minutiae.
     *
     * @throws InvalidSampleException {@code TEMPLATE_CORRUPT} if SourceAFIS would not have written it
     */
    public static int check(byte[] payload) {
        try (JsonParser parser = CBOR.createParser(payload)) {
            return new SourceAfisPayload(parser).readTemplate();
        } catch (IOException | RuntimeException e) {
            throw e instanceof InvalidSampleException ours ? ours : corrupt("it is no CBOR that SourceAFIS writes", e);
        }
    }

    private int readTemplate() throws IOException {
        expect(JsonToken.START_OBJECT);
        expectField("version");
        expect(JsonToken.VALUE_STRING);
        require(in.getText().equals(NATIVE_VERSION), "its version is not " + NATIVE_VERSION);
        int widthPx = readSide("width");
        int heightPx = readSide("height");
        double[] xs = readNumbers("positionsX");
        double[] ys = readNumbers("positionsY");
        double[] directions = readNumbers("directions");
        String types = readTypes();
        expect(JsonToken.END_OBJECT);
        require(in.nextToken() == null, "something follows it");
        require(
                xs.length == ys.length && xs.length == directions.length && xs.length == types.length(),
                "its arrays differ in length");
        requireMinutiae(widthPx, heightPx, xs, ys, directions);
        return xs.length;
    }

    private int readSide(String field) throws IOException {
        expectField(field);
        expect(JsonToken.VALUE_NUMBER_INT);
        int sidePx = in.getIntValue();
        require(sidePx > 0 && sidePx <= SIDE_MAX_PX, "a side is not 1 to " + SIDE_MAX_PX + " px");
        return sidePx;
    }

    private double[] readNumbers(String field) throws IOException {
        expectField(field);
        expect(JsonToken.START_ARRAY);
        double[] numbers = new double[MINUTIAE_MAX];
        int count = 0;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            require(in.currentToken() != null && in.currentToken().isNumeric(), "an array holds more than numbers");
            require(count < MINUTIAE_MAX, "it has more than " + MINUTIAE_MAX + " minutiae");
            numbers[count++] = in.getDoubleValue();
        }
        return Arrays.copyOf(numbers, count);
    }

    private String readTypes() throws IOException {
        expectField("types");
        expect(JsonToken.VALUE_STRING);
        String types = in.getText();
        require(
                types.chars().allMatch(type -> type == 'E' || type == 'B'),
                "a minutia is neither ending nor bifurcation");
        return types;
    }

    private void requireMinutiae(int widthPx, int heightPx, double[] xs, double[] ys, double[] directions) {
        Set<Long> positions = HashSet.newHashSet(xs.length);
        for (int minutia = 0; minutia < xs.length; minutia++) {
            require(
                    isPixel(xs[minutia], widthPx) && isPixel(ys[minutia], heightPx),
                    "a minutia lies outside the image");
            require(
                    directions[minutia] >= 0 && directions[minutia] < FULL_TURN,
                    "a direction is not within a full turn");
            require(
                    positions.add((long) xs[minutia] << Integer.SIZE | (long) ys[minutia]),
                    "two minutiae share a pixel");
        }
    }

    private static boolean isPixel(double position, int sidePx) {
        return position >= 0 && position < sidePx && position == Math.rint(position);
    }

    private void expectField(String name) throws IOException {
        expect(JsonToken.FIELD_NAME);
        require(in.currentName().equals(name), "its fields are not those of a template");
    }

    private void expect(JsonToken token) throws IOException {
        require(in.nextToken() == token, "its fields are not those of a template");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw corrupt(otherwise, null);
        }
    }

    private static InvalidSampleException corrupt(String what, @Nullable Throwable cause) {
        return new InvalidSampleException(
                SampleFault.TEMPLATE_CORRUPT,
                "The payload is no SourceAFIS template: " + what + ". Extract the template again from its image.",
                cause);
    }
}
