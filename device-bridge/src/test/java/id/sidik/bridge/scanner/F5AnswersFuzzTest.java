package id.sidik.bridge.scanner;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Run with JAZZER_FUZZ=1 to search; without it, the known inputs are replayed. */
class F5AnswersFuzzTest {
    private static final ScannerProfile PROFILE = ScannerProfile.WAVESHARE_F5;

    /** Whatever a Waveshare sensor says, the driver gives an image of its size or a fault, within its deadlines. */
    @FuzzTest(maxDuration = "10m")
    void takesAnyAnswerForAnImageOrAFault(byte[] anything) {
        AnyAnswers.giveAnImageOrAFault(
                PROFILE,
                new AnswerScript(
                        anything,
                        4,
                        bytes -> F5Packet.of(bytes[0], bytes[1], bytes[2], bytes[3]),
                        F5Packet::ofData,
                        GreyPixels.packedBytes(PROFILE.widthPx(), PROFILE.heightPx(), PROFILE.bitsPerPixel())));
    }
}
