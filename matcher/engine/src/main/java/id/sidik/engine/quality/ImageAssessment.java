package id.sidik.engine.quality;

import static id.sidik.engine.quality.QualityCause.BLURRED;
import static id.sidik.engine.quality.QualityCause.FEW_MINUTIAE;
import static id.sidik.engine.quality.QualityCause.NONE;
import static id.sidik.engine.quality.QualityCause.NO_FINGER;
import static id.sidik.engine.quality.QualityCause.SMALL_AREA;
import static id.sidik.engine.quality.QualityCause.TOO_DRY;
import static id.sidik.engine.quality.QualityCause.TOO_WET;

import id.sidik.engine.image.FingerImage;
import java.util.ArrayList;
import java.util.List;

/**
 * What the pixels of a 500 dpi image say about its quality. The ridge area is made of blocks whose grey values vary, mostly in one
 * direction, and as fast as ridges do; everything else is measured there. Area and clarity make the score; how dark the area is,
 * and how steep its edges are, explain a low one.
 *
 * @param ridgeAreaMm2 what is covered by ridges
 * @param clarity mean coherence of the ridge area, 0 to 1
 * @param sharpness mean sharpness of the ridge area, per pixel; 0.7 for ridges of 9 px
 * @param darkShare how much of the ridge area is nearer to its darkest than to its lightest grey, 0 to 1
 */
public record ImageAssessment(double ridgeAreaMm2, double clarity, double sharpness, double darkShare) {
    /** Less than 4 x 5 mm is a smudge, or the fringe of a finger. */
    private static final double NO_FINGER_MM2 = 10;

    private static final double SMALL_AREA_MM2 = 50;
    private static final double FULL_AREA_MM2 = 200;

    private static final double UNCLEAR = 0.55;
    private static final double CLEAR = 0.85;
    private static final double DRY_DARK_SHARE = 0.30;
    private static final double WET_DARK_SHARE = 0.60;
    private static final double BLURRED_SHARPNESS = 0.50;

    /** ISO/IEC 19794-2 readers expect 12 for a comparison that convinces; twice that leaves room for partial overlap. */
    private static final int FEW_MINUTIAE_COUNT = 12;

    private static final int PLENTY_OF_MINUTIAE_COUNT = 24;

    private static final double RIDGE_CONTRAST_MIN = 10;
    private static final double RIDGE_COHERENCE_MIN = 0.35;
    private static final double RIDGE_SHARPNESS_MIN = 0.25;
    private static final int GREY_LEVELS = 256;

    /** Assesses an image of 500 dpi; reads each pixel a few times and keeps one number a block. */
    public static ImageAssessment of(FingerImage image) {
        List<Block> ridges = new ArrayList<>();
        int[] histogram = new int[GREY_LEVELS];
        for (int top = 1; top + Block.SIDE_PX < image.heightPx(); top += Block.SIDE_PX) {
            for (int left = 1; left + Block.SIDE_PX < image.widthPx(); left += Block.SIDE_PX) {
                Block block = Block.of(image, left, top);
                if (hasRidges(block)) {
                    ridges.add(block);
                    addTo(histogram, image, left, top);
                }
            }
        }
        return new ImageAssessment(
                ridges.size() * Block.AREA_MM2,
                ridges.stream().mapToDouble(Block::coherence).average().orElse(0),
                ridges.stream().mapToDouble(Block::sharpness).average().orElse(0),
                darkShare(histogram));
    }

    private static boolean hasRidges(Block block) {
        return block.contrast() >= RIDGE_CONTRAST_MIN
                && block.coherence() >= RIDGE_COHERENCE_MIN
                && block.sharpness() >= RIDGE_SHARPNESS_MIN;
    }

    private static void addTo(int[] histogram, FingerImage image, int left, int top) {
        for (int y = top; y < top + Block.SIDE_PX; y++) {
            for (int x = left; x < left + Block.SIDE_PX; x++) {
                histogram[image.greyAt(x, y)]++;
            }
        }
    }

    private static double darkShare(int[] histogram) {
        int middle = (percentile(histogram, 0.05) + percentile(histogram, 0.95)) / 2;
        long all = 0;
        long dark = 0;
        for (int grey = 0; grey < GREY_LEVELS; grey++) {
            all += histogram[grey];
            dark += grey < middle ? histogram[grey] : 0;
        }
        return all == 0 ? 0 : dark / (double) all;
    }

    private static int percentile(int[] histogram, double share) {
        long all = 0;
        for (int count : histogram) {
            all += count;
        }
        long below = 0;
        int grey = 0;
        while (grey < GREY_LEVELS - 1 && (below += histogram[grey]) < share * all) {
            grey++;
        }
        return grey;
    }

    /** Whether there is a finger at all: without one, an extractor need not look for minutiae. */
    public boolean showsFinger() {
        return ridgeAreaMm2 >= NO_FINGER_MM2;
    }

    /** The quality, now that it is known how many minutiae were found. */
    public Quality withMinutiae(int minutiaCount) {
        // A geometric mean: no virtue makes up for an area of zero, and each counts the same.
        double mean = Math.cbrt(rise(ridgeAreaMm2, NO_FINGER_MM2, FULL_AREA_MM2)
                * rise(clarity, RIDGE_COHERENCE_MIN, CLEAR)
                * rise(minutiaCount, 0, PLENTY_OF_MINUTIAE_COUNT));
        return new Quality((int) Math.round(Quality.SCORE_MAX * mean), cause(minutiaCount));
    }

    private QualityCause cause(int minutiaCount) {
        if (!showsFinger()) {
            return NO_FINGER;
        }
        if (ridgeAreaMm2 < SMALL_AREA_MM2) {
            return SMALL_AREA;
        }
        if (clarity < UNCLEAR) {
            return darkShare > WET_DARK_SHARE ? TOO_WET : darkShare < DRY_DARK_SHARE ? TOO_DRY : BLURRED;
        }
        if (sharpness < BLURRED_SHARPNESS) {
            return BLURRED;
        }
        return minutiaCount < FEW_MINUTIAE_COUNT ? FEW_MINUTIAE : NONE;
    }

    /** 0 up to {@code from}, 1 from {@code to} on, straight between. */
    private static double rise(double value, double from, double to) {
        return Math.clamp((value - from) / (to - from), 0, 1);
    }
}
