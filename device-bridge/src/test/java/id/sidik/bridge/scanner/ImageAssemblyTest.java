package id.sidik.bridge.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sidik.bridge.frame.Frame;
import id.sidik.bridge.frame.FrameType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sensor of 32 x 32 px: 512 bytes with two pixels each, 1,024 with one. */
class ImageAssemblyTest {
    private static final int SIDE_PX = 32;
    private static final int PACKET_BYTES = 128;
    private static final byte ANY_BYTE = 0x3C;

    @Test
    void takesTwoPixelsAByteAsTheProfileSays() throws FaultException {
        byte[] pixels = assembled(4, 512).toImage(500).pixels();

        assertThat(pixels).hasSize(1_024).startsWith((byte) (0x3 * 17), (byte) (0xC * 17));
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

    @Test
    void goesOnAfterAnAcknowledgementThatLostItsCode() {
        ImageAssembly assembly = new ImageAssembly(SIDE_PX, SIDE_PX, 4);
        assembly.accept(Frame.of(FrameType.ACKNOWLEDGEMENT, -1));

        assertThat(assembly.isOver()).isFalse();
        assertThat(assembly.acknowledgement()).isNull();
        assertThat(assembly.isUntouched()).isFalse();
    }

    private static ImageAssembly assembled(int bitsPerPixel, int bytes) {
        ImageAssembly assembly = new ImageAssembly(SIDE_PX, SIDE_PX, bitsPerPixel);
        assembly.accept(Frame.of(FrameType.ACKNOWLEDGEMENT, -1, (byte) 0));
        for (int left = bytes; left > PACKET_BYTES; left -= PACKET_BYTES) {
            assembly.accept(Frame.of(FrameType.DATA, -1, payload(PACKET_BYTES)));
        }
        int last = bytes == 0 ? 0 : (bytes - 1) % PACKET_BYTES + 1;
        assembly.accept(Frame.of(FrameType.END_OF_DATA, -1, payload(last)));
        return assembly;
    }

    private static byte[] payload(int bytes) {
        byte[] payload = new byte[bytes];
        Arrays.fill(payload, ANY_BYTE);
        return payload;
    }
}
