package id.sidik.engine.template;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import id.sidik.engine.Prints;
import id.sidik.engine.image.InvalidSampleException;
import id.sidik.engine.image.SampleFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final CBORMapper CBOR = new CBORMapper();

    @Test
    void returnsTheBytesItWasParsedFrom() {
        byte[] container = realContainer();

        assertThat(Template.parse(container).bytes(TemplateAccess.get())).isEqualTo(container);
        assertThat(Template.parse(container).algorithm()).isEqualTo("sourceafis/3.18.1");
    }

    @Test
    void acceptsHandMadeMinutiaeInRange() {
        assertThat(Template.parse(container(minutiae(8))).sizeBytes()).isPositive();
    }

    @Test
    void doesNotShowWhatItHolds() {
        Template template = Template.parse(realContainer());

        assertThat(template).hasToString("Template[" + template.sizeBytes() + " bytes]");
    }

    @Test
    void doesNotChangeWithTheCallersArray() {
        byte[] container = realContainer();
        Template template = Template.parse(container);
        Arrays.fill(container, (byte) 0);

        assertThat(template.bytes(TemplateAccess.get())).isEqualTo(realContainer());
    }

    @Test
    void refusesEveryTruncation() {
        byte[] container = realContainer();
        for (int length = 0; length < container.length; length++) {
            assertRefused(Arrays.copyOf(container, length), SampleFault.TEMPLATE_CORRUPT);
        }
    }

    @Test
    void refusesEveryFlippedBit() {
        byte[] container = realContainer();
        for (int bit = 0; bit < container.length * Byte.SIZE; bit++) {
            byte[] flipped = container.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertRefused(flipped, SampleFault.TEMPLATE_CORRUPT);
        }
    }

    @Test
    void refusesTrailingBytes() {
        byte[] container = realContainer();

        assertRefused(Arrays.copyOf(container, container.length + 1), SampleFault.TEMPLATE_CORRUPT);
    }

    @Test
    void refusesOversizedContainers() {
        assertRefused(new byte[TemplateLayout.CONTAINER_BYTES_MAX + 1], SampleFault.TEMPLATE_CORRUPT);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Template.of(SourceAfisPayload.ALGORITHM, new byte[TemplateLayout.CONTAINER_BYTES_MAX]));
    }

    @Test
    void refusesAnotherVersionOfTheAlgorithm() {
        byte[] payload = Template.parse(realContainer()).payload(TemplateAccess.get());

        assertRefused(
                TemplateLayout.write(new Algorithm("sourceafis", "3.17.0"), payload),
                SampleFault.TEMPLATE_VERSION_UNSUPPORTED);
        assertRefused(
                TemplateLayout.write(new Algorithm("other", "3.18.1"), payload),
                SampleFault.TEMPLATE_VERSION_UNSUPPORTED);
    }

    @Test
    void refusesAnotherVersionInThePayload() {
        assertPayloadRefused(template -> template.put("version", "3.17.0-java"));
    }

    @Test
    void refusesRandomPayloads() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            assertRefused(container(noise), SampleFault.TEMPLATE_CORRUPT);
        }
    }

    @Test
    void refusesDeepNesting() {
        byte[] arraysInArrays = new byte[60_000];
        Arrays.fill(arraysInArrays, (byte) 0x81);

        assertRefused(container(arraysInArrays), SampleFault.TEMPLATE_CORRUPT);
    }

    @Test
    void refusesHugeCountsWithoutAllocatingThem() {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.writeBytes(new byte[] {(byte) 0xBF, 0x67});
        payload.writeBytes("version".getBytes(US_ASCII));
        // A text of 2^62 bytes, as RFC 8949, 3 writes its length.
        payload.writeBytes(new byte[] {0x7B, 0x40, 0, 0, 0, 0, 0, 0, 0});

        assertRefused(container(payload.toByteArray()), SampleFault.TEMPLATE_CORRUPT);
    }

    @Test
    void refusesOneMinutiaRepeated() {
        assertPayloadRefused(template -> {
            for (String axis : new String[] {"positionsX", "positionsY"}) {
                ArrayNode positions = template.putArray(axis);
                for (int minutia = 0; minutia < 8; minutia++) {
                    positions.add(100);
                }
            }
        });
    }

    @Test
    void refusesMoreMinutiaeThanSourceAfisKeeps() {
        assertThat(Template.parse(container(minutiae(100))).sizeBytes()).isPositive();
        assertRefused(container(minutiae(101)), SampleFault.TEMPLATE_CORRUPT);
        assertRefused(container(minutiae(255)), SampleFault.TEMPLATE_CORRUPT);
    }

    @Test
    void refusesMinutiaeOutsideTheImage() {
        assertPayloadRefused(template -> template.withArray("positionsX").set(0, 300));
        assertPayloadRefused(template -> template.withArray("positionsY").set(0, -1));
        assertPayloadRefused(template -> template.withArray("positionsX").set(0, 1.5f));
    }

    @Test
    void refusesDirectionsBeyondAFullTurn() {
        assertPayloadRefused(template -> template.withArray("directions").set(0, 6.3f));
        assertPayloadRefused(template -> template.withArray("directions").set(0, -0.1f));
        assertPayloadRefused(template -> template.withArray("directions").set(0, Float.NaN));
    }

    @Test
    void refusesImagesWithoutSize() {
        assertPayloadRefused(template -> template.put("width", 0));
        assertPayloadRefused(template -> template.put("height", 10_001));
    }

    @Test
    void refusesArraysOfDifferentLength() {
        assertPayloadRefused(template -> template.put("types", "E"));
    }

    @Test
    void refusesUnknownMinutiae() {
        assertPayloadRefused(template -> template.put("types", "EEEEEEEX"));
    }

    @Test
    void refusesFieldsItDoesNotKnow() {
        assertPayloadRefused(template -> template.put("more", 1));
    }

    @Test
    void numbersFingersAsIsoDoes() {
        for (FingerPosition finger : FingerPosition.values()) {
            assertThat(FingerPosition.ofIsoNumber(finger.isoNumber())).isEqualTo(finger);
        }
        assertThat(FingerPosition.LEFT_LITTLE.isoNumber()).isEqualTo(10);
        assertThatIllegalArgumentException().isThrownBy(() -> FingerPosition.ofIsoNumber(11));
    }

    private static void assertPayloadRefused(Consumer<ObjectNode> change) {
        ObjectNode template = minutiae(8);
        change.accept(template);
        assertRefused(container(template), SampleFault.TEMPLATE_CORRUPT);
    }

    private static void assertRefused(byte[] container, SampleFault fault) {
        assertThatExceptionOfType(InvalidSampleException.class)
                .isThrownBy(() -> Template.parse(container))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
    }

    /** A template as SourceAFIS writes it, of as many minutiae on a diagonal. */
    private static ObjectNode minutiae(int count) {
        ObjectNode template = CBOR.createObjectNode();
        template.put("version", "3.18.1-java").put("width", 300).put("height", 300);
        for (String axis : new String[] {"positionsX", "positionsY"}) {
            ArrayNode positions = template.putArray(axis);
            for (int minutia = 0; minutia < count; minutia++) {
                positions.add(minutia);
            }
        }
        ArrayNode directions = template.putArray("directions");
        for (int minutia = 0; minutia < count; minutia++) {
            directions.add(1.0f);
        }
        return template.put("types", "E".repeat(count));
    }

    private static byte[] container(ObjectNode payload) {
        try {
            return container(CBOR.writeValueAsBytes(payload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] container(byte[] payload) {
        return TemplateLayout.write(SourceAfisPayload.ALGORITHM, payload);
    }

    private static byte[] realContainer() {
        return Prints.FVC2002_DB1.template(101, 1).bytes(TemplateAccess.get());
    }
}
