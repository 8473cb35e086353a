package id.sidik.bridge.scanner;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Run with JAZZER_FUZZ=1 to search; without it, the known inputs are replayed. */
class Ef01AnswersFuzzTest {
    private static final ScannerProfile PROFILE = ScannerProfile.ZFM_20;

    /** Whatever a module of the EF01 family says, the driver gives an image or a fault, within its deadlines. */
    @FuzzTest(maxDuration = "10m")
    void takesAnyAnswerForAnImageOrAFault(byte[] anything) {
        AnyAnswers.giveAnImageOrAFault(PROFILE, Ef01Frames.script(anything, PROFILE));
    }
}
