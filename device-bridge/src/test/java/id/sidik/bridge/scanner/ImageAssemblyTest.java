package id.sidik.bridge.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.bridge.frame.Frame;
import id.sidik.bridge.frame.FrameType;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sensor of 32 x 32 px: 512 bytes with two pixels each, 1,024 with one. */
class ImageAssemblyTest {
    private static final int SIDE_PX = 32;
    private static final int PACKET_BYTES = 128;
    private static final byte ANY_BYTE = 0x3C;
    /** How many of the small sensor a large one is. */
    private static final int CELLS = 32;

    @Test
    void takesTwoPixelsAByteAsTheProfileSays() throws FaultException {
        byte[] pixels = assembled(4, ramp(512)).toImage(500).pixels();

        assertThat(pixels).hasSize(1_024).startsWith((byte) 0, (byte) 17, (byte) (2 * 17), (byte) (3 * 17));
    }

    @Test
    void takesAByteAPixelAsTheUsbVariantSendsIt() throws FaultException {
        ImageAssembly assembly = assembled(4, 1_024);

        assertThat(assembly.toImage(500).pixels()).hasSize(1_024).containsOnly(ANY_BYTE);
        assertThat(assembly.expectedBytes()).isEqualTo(1_024);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256, 511, 513, 640, 1_023, 1_025, 1_536})
    void refusesWhatIsNoWholeImageOfEither(int bytes) {
        assertThatThrownBy(() -> assembled(4, bytes).toImage(500))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("512 or, over USB, 1024");
    }

    @Test
    void refusesHalfAnImageOfAModuleThatSendsAByteAPixel() {
        assertThatThrownBy(() -> assembled(8, 512).toImage(500)).isInstanceOf(FaultException.class);
    }

    /** Every other packet was lost, or the second half, and the last one says that all is there. */
    @Test
    void refusesHalfOfEachRealPrintWithAByteAPixel() throws Exception {
        for (Path file : realPrints()) {
            byte[] grey = greyOf(file);
            assertThatThrownBy(() -> assembled(4, everyOtherPacket(grey)).toImage(500))
                    .as("%s", file)
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("a byte a pixel");
            assertThatThrownBy(
                            () -> assembled(4, Arrays.copyOf(grey, 512 * CELLS)).toImage(500))
                    .as("%s", file)
                    .isInstanceOf(FaultException.class);
        }
    }

    @Test
    void takesEachRealPrintWithTwoPixelsAByte() throws Exception {
        for (Path file : realPrints()) {
            assertThat(assembled(4, twoPixelsAByte(greyOf(file))).toImage(500).pixels())
                    .as("%s", file)
                    .hasSize(1_024 * CELLS);
        }
    }

    /** Of a glass without a finger, all pixels alike or all of them noise. */
    @Test
    void takesAnEmptyGlass() throws FaultException {
        byte[] noise = new byte[512];
        new Random(7).nextBytes(noise);
        assertThat(assembled(4, noise).toImage(500).pixels()).hasSize(1_024);

        Arrays.fill(noise, (byte) 0xEE);
        assertThat(assembled(4, noise).toImage(500).pixels()).hasSize(1_024);
    }

    @Test
    void goesOnAfterAnAcknowledgementThatLostItsCode() {
        ImageAssembly assembly = new ImageAssembly(SIDE_PX, SIDE_PX, 4);
        assembly.accept(Frame.of(FrameType.ACKNOWLEDGEMENT, -1));

        assertThat(assembly.isOver()).isFalse();
        assertThat(assembly.acknowledgement()).isNull();
        assertThat(assembly.isUntouched()).isFalse();
    }

    private static ImageAssembly assembled(int bitsPerPixel, int bytes) {
        byte[] image = new byte[bytes];
        Arrays.fill(image, ANY_BYTE);
        return assembled(bitsPerPixel, image);
    }

    /** Of a sensor that is as much larger as the image is. */
    private static ImageAssembly assembled(int bitsPerPixel, byte[] image) {
        int heightPx = image.length >= 512 * CELLS ? SIDE_PX * CELLS : SIDE_PX;
        ImageAssembly assembly = new ImageAssembly(SIDE_PX, heightPx, bitsPerPixel);
        assembly.accept(Frame.of(FrameType.ACKNOWLEDGEMENT, -1, (byte) 0));
        int at = 0;
        for (; image.length - at > PACKET_BYTES; at += PACKET_BYTES) {
            assembly.accept(Frame.of(FrameType.DATA, -1, Arrays.copyOfRange(image, at, at + PACKET_BYTES)));
        }
        assembly.accept(Frame.of(FrameType.END_OF_DATA, -1, Arrays.copyOfRange(image, at, image.length)));
        return assembly;
    }

    private static byte[] ramp(int bytes) {
        byte[] ramp = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            ramp[i] = (byte) ((2 * i % 16) << 4 | (2 * i + 1) % 16);
        }
        return ramp;
    }

    /** The first impression of each finger of each set. */
    private static List<Path> realPrints() throws IOException {
        Path sets = Path.of(System.getProperty("sidik.shared")).resolve("fingerprints");
        try (Stream<Path> files =
                Files.find(sets, 2, (file, _) -> file.toString().endsWith("_1.tif"))) {
            List<Path> prints = files.sorted().toList();
            assertThat(prints).as("real prints in %s", sets).hasSizeGreaterThanOrEqualTo(80);
            return prints;
        }
    }

    /** The middle rows of a picture, a byte a pixel: as many as the larger sensor has. */
    private static byte[] greyOf(Path file) throws IOException {
        Raster raster = ImageIO.read(file.toFile()).getRaster();
        int widthPx = raster.getWidth() & -2;
        byte[] grey = new byte[1_024 * CELLS];
        int firstRow = (raster.getHeight() - grey.length / widthPx) / 2;
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) raster.getSample(i % widthPx, firstRow + i / widthPx, 0);
        }
        return grey;
    }

    private static byte[] everyOtherPacket(byte[] grey) {
        byte[] half = new byte[grey.length / 2];
        for (int at = 0; at < half.length; at += PACKET_BYTES) {
            System.arraycopy(grey, 2 * at, half, at, PACKET_BYTES);
        }
        return half;
    }

    private static byte[] twoPixelsAByte(byte[] grey) {
        byte[] packed = new byte[grey.length / 2];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (byte) ((grey[2 * i] & 0xF0) | (grey[2 * i + 1] >> 4 & 0xF));
        }
        return packed;
    }
}
