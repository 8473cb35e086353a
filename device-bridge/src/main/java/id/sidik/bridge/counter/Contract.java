package id.sidik.bridge.counter;

import id.sidik.biometrics.v1.FingerPosition;
import id.sidik.biometrics.v1.QualityCause;
import id.sidik.biometrics.v1.SampleQuality;
import id.sidik.bridge.session.CaptureFault;
import id.sidik.bridge.v1.Guidance;
import id.sidik.engine.quality.Quality;

/** Our own words in those of the contracts. A new word breaks the build here. */
final class Contract {
    private Contract() {}

    /** Both sides number fingers as ISO/IEC 19794-2 does. */
    static FingerPosition of(id.sidik.engine.template.FingerPosition finger) {
        return FingerPosition.forNumber(finger.isoNumber());
    }

    static id.sidik.engine.template.FingerPosition of(FingerPosition finger) {
        return id.sidik.engine.template.FingerPosition.ofIsoNumber(finger.getNumber());
    }

    static SampleQuality of(Quality quality) {
        return SampleQuality.newBuilder()
                .setScore(quality.score())
                .setCause(of(quality.cause()))
                .build();
    }

    private static QualityCause of(id.sidik.engine.quality.QualityCause cause) {
        return switch (cause) {
            case NONE -> QualityCause.QUALITY_CAUSE_UNSPECIFIED;
            case NO_FINGER -> QualityCause.NO_FINGER;
            case SMALL_AREA -> QualityCause.SMALL_AREA;
            case TOO_DRY -> QualityCause.TOO_DRY;
            case TOO_WET -> QualityCause.TOO_WET;
            case BLURRED -> QualityCause.BLURRED;
            case FEW_MINUTIAE -> QualityCause.FEW_MINUTIAE;
        };
    }

    static id.sidik.eligibility.v1.CaptureFault of(CaptureFault fault) {
        return switch (fault) {
            case SCANNER_UNPLUGGED -> id.sidik.eligibility.v1.CaptureFault.SCANNER_UNPLUGGED;
            case SCANNER_FAULT -> id.sidik.eligibility.v1.CaptureFault.SCANNER_FAULT;
            case FINGER_TIMEOUT -> id.sidik.eligibility.v1.CaptureFault.FINGER_TIMEOUT;
            case QUALITY_TOO_LOW -> id.sidik.eligibility.v1.CaptureFault.QUALITY_TOO_LOW;
            case WRONG_FINGER -> id.sidik.eligibility.v1.CaptureFault.WRONG_FINGER;
        };
    }

    static Guidance of(id.sidik.bridge.session.Guidance guidance) {
        return switch (guidance) {
            case PLACE_FINGER -> Guidance.PLACE_FINGER;
            case HOLD_STILL -> Guidance.HOLD_STILL;
            case LIFT_FINGER -> Guidance.LIFT_FINGER;
            case PRESS_HARDER -> Guidance.PRESS_HARDER;
            case CENTRE_FINGER -> Guidance.CENTRE_FINGER;
            case MOVE_UP -> Guidance.MOVE_UP;
            case MOVE_DOWN -> Guidance.MOVE_DOWN;
            case SAME_FINGER_AGAIN -> Guidance.SAME_FINGER_AGAIN;
            case WRONG_FINGER -> Guidance.WRONG_FINGER;
            case WIPE_FINGER -> Guidance.WIPE_FINGER;
            case MOISTEN_FINGER -> Guidance.MOISTEN_FINGER;
            case TRY_AGAIN -> Guidance.TRY_AGAIN;
        };
    }
}
