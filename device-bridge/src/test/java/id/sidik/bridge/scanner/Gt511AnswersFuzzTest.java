package id.sidik.bridge.scanner;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Run with JAZZER_FUZZ=1 to search; without it, the known inputs are replayed. */
class Gt511AnswersFuzzTest {
    private static final ScannerProfile PROFILE = ScannerProfile.GT_511C3;

    /** Whatever a GT-511 module says, the driver gives an image of its size or a fault, within its deadlines. */
    @FuzzTest(maxDuration = "10m")
    void takesAnyAnswerForAnImageOrAFault(byte[] anything) {
        AnyAnswers.giveAnImageOrAFault(
                PROFILE,
                new AnswerScript(
                        anything,
                        7,
                        bytes -> Gt511Packet.of(bytes[0], Gt511Packet.intAt(bytes, 1), Gt511Packet.shortAt(bytes, 5)),
                        bytes -> Gt511Packet.ofData(PROFILE.address(), bytes),
                        GreyPixels.packedBytes(PROFILE.widthPx(), PROFILE.heightPx(), PROFILE.bitsPerPixel())));
    }
}
