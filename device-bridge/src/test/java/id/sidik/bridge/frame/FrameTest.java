package id.sidik.bridge.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FrameTest {
    @Test
    void refusesMoreThanTheLargestPacket() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frame.of(FrameType.DATA, 0, new byte[257]))
                .withMessageContaining("257");
    }

    @Test
    void keepsItsOwnCopyOfThePayload() {
        byte[] payload = {1, 2};
        Frame frame = Frame.of(FrameType.DATA, 0, payload);

        payload[0] = 9;

        assertThat(frame.unsignedAt(0)).isEqualTo(1);
    }

    @Test
    void printsNoPixel() {
        assertThat(Frame.of(FrameType.DATA, 0, (byte) 0x7B)).hasToString("Frame[DATA, 1 bytes]");
    }
}
