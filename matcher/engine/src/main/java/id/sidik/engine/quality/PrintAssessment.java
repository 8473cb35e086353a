package id.sidik.engine.quality;

import static id.sidik.engine.quality.QualityCause.BLURRED;
import static id.sidik.engine.quality.QualityCause.FEW_MINUTIAE;
import static id.sidik.engine.quality.QualityCause.NONE;
import static id.sidik.engine.quality.QualityCause.NO_FINGER;
import static id.sidik.engine.quality.QualityCause.SMALL_AREA;
import static id.sidik.engine.quality.QualityCause.TOO_DRY;
import static id.sidik.engine.quality.QualityCause.TOO_WET;

import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import id.sidik.engine.ridges.RidgeAnalysis;
import java.util.Arrays;

/**
 * What the analysis of a print says of its quality. The score is the geometric mean of three shares: how much of a finger is seen,
 * how clear its weakest parts are, and how many minutiae are beyond doubt. No virtue makes up for the lack of another, and a print
 * that gains in one never scores less. A low score is explained by where it comes from.
 *
 * <p>Costs some 0.3 ms for 300 x 400 px. Immutable.
 */
public final class PrintAssessment {
    private static final double MM2_PER_CELL = Math.pow(RidgeField.CELL_PX * 25.4 / 500, 2);

    /** In squares of the ridge period, 6 x 6 mm of usual ridges. Of less it can not be told whether they are a finger's. */
    private static final double FINGER_PERIODS_MIN = 180;

    /** The poorest of 640 prints has 0.148, text and skin less than 0.10. */
    private static final double RIDGES_MIN = 0.12;

    /** Prints bend by 0.04 to 0.19 from cell to cell, at a label 40 % too high by 0.25; tiles, clouds and skin by 0.28 or more. */
    private static final double BEND_MAX_RAD = 0.26;

    /**
     * How far ridges go on for each radian by which they bend from cell to cell. Prints have 1.5 or more; blotches, clouds, tiles,
     * halftones and noise, which bend wherever one looks, 1.35 or less.
     */
    private static final double SMOOTHNESS_MIN = 1.4;

    /** Prints have 0.07 or more, stripes and fabrics next to nothing. */
    private static final double VARIETY_MIN = 0.03;

    /** So little of a finger may be all parallel. */
    private static final double PARALLEL_MM2_MAX = 90;

    /** Two thirds of what there is to gain by more: 14 x 15 mm of usual ridges. */
    private static final double AMPLE_PERIODS = 1_000;

    private static final double AMPLE_MINUTIAE = 12;

    /** Prints have 0.25 or more; text, noise and shaded pictures often less. */
    private static final double CLARITY_FLOOR = 0.2;

    private static final double CLARITY_FULL = 0.7;

    /** Qualities of a minutia, as shares of the best, below which it counts for nothing and from which it counts in full. */
    private static final double DOUBTFUL = 0.25;

    private static final double BEYOND_DOUBT = 0.65;

    /** From here on there is nothing to complain about. */
    private static final int GOOD_SCORE = 65;

    private static final double SMALL_MM2 = 90;
    private static final double WET_RIDGE_SHARE = 0.60;
    private static final double DRY_RIDGE_SHARE = 0.30;
    private static final double BLURRED_SHARPNESS = 0.90;
    private static final double UNCLEAR = 0.45;

    private final double areaMm2;
    private final double areaPeriods;
    private final double confidence;
    private final FlowShape flow;
    private final RidgeClarity clarity;
    private final double minutiae;

    private PrintAssessment(RidgeAnalysis analysis) {
        FingerFeatures features = analysis.features();
        flow = FlowShape.of(features.field());
        clarity = RidgeClarity.of(analysis);
        confidence = middleConfidence(analysis, flow.cells());
        areaMm2 = flow.cells() * MM2_PER_CELL;
        areaPeriods = flow.cells() * Math.pow(RidgeField.CELL_PX / features.ridgePeriodPx(), 2);
        minutiae = beyondDoubt(features.minutiae());
    }

    /** Assesses a print from what was measured to read it, whether it shows a finger or not. */
    public static PrintAssessment of(RidgeAnalysis analysis) {
        return new PrintAssessment(analysis);
    }

    /** Whether this can be the print of a finger, good or bad. What is not is not to be compared. */
    public boolean showsFinger() {
        boolean isRidged = areaPeriods >= FINGER_PERIODS_MIN
                && confidence * clarity.typical() >= RIDGES_MIN
                && clarity.weakest() > CLARITY_FLOOR;
        boolean isSmooth = flow.bend() <= BEND_MAX_RAD && clarity.continuity() >= SMOOTHNESS_MIN * flow.bend();
        boolean turns = flow.variety() >= VARIETY_MIN || areaMm2 < PARALLEL_MM2_MAX;
        return isRidged && isSmooth && turns;
    }

    /** The score, and what holds it down; 0 for what is no finger. */
    public Quality quality() {
        if (!showsFinger()) {
            return new Quality(0, NO_FINGER);
        }
        double mean = Math.cbrt(saturating(areaPeriods, AMPLE_PERIODS)
                * rise(clarity.weakest(), CLARITY_FLOOR, CLARITY_FULL)
                * saturating(minutiae, AMPLE_MINUTIAE));
        int score = (int) Math.round(Quality.SCORE_MAX * mean);
        return new Quality(score, score >= GOOD_SCORE ? NONE : cause());
    }

    private QualityCause cause() {
        if (areaMm2 < SMALL_MM2) {
            return SMALL_AREA;
        }
        if (clarity.ridgeShare() > WET_RIDGE_SHARE) {
            return TOO_WET;
        }
        if (clarity.ridgeShare() < DRY_RIDGE_SHARE) {
            return TOO_DRY;
        }
        if (clarity.sharpness() < BLURRED_SHARPNESS || clarity.weakest() < UNCLEAR) {
            return BLURRED;
        }
        return minutiae < AMPLE_MINUTIAE ? FEW_MINUTIAE : NONE;
    }

    private static double middleConfidence(RidgeAnalysis analysis, int cells) {
        RidgeField field = analysis.features().field();
        double[] seen = new double[cells];
        int count = 0;
        for (int row = 0; row < field.rows(); row++) {
            for (int col = 0; col < field.cols(); col++) {
                if (field.stepAt(col, row) != RidgeField.OUTSIDE) {
                    int x = col * RidgeField.CELL_PX + RidgeField.CELL_PX / 2;
                    int y = row * RidgeField.CELL_PX + RidgeField.CELL_PX / 2;
                    seen[count++] = analysis.confidenceAt(x, y);
                }
            }
        }
        Arrays.sort(seen);
        return cells == 0 ? 0 : seen[cells / 2];
    }

    private static double beyondDoubt(Minutiae minutiae) {
        double count = 0;
        for (int minutia = 0; minutia < minutiae.count(); minutia++) {
            count += rise((double) minutiae.quality(minutia) / Minutiae.QUALITY_MAX, DOUBTFUL, BEYOND_DOUBT);
        }
        return count;
    }

    /** 0 up to {@code from}, 1 from {@code to} on, straight between. */
    private static double rise(double value, double from, double to) {
        return Math.clamp((value - from) / (to - from), 0, 1);
    }

    /** 0 for nothing, 0.63 for what is ample, towards 1 for more. */
    private static double saturating(double value, double ample) {
        return 1 - Math.exp(-value / ample);
    }
}
