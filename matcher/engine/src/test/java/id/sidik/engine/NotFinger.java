package id.sidik.engine;

import id.sidik.engine.image.FingerImage;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

/** Pictures that a sensor, or a careless upload, may hold instead of a finger; 300 x 400 px, each drawn from its formula. */
public enum NotFinger {
    BLACK((_, _) -> 0),
    GREY((_, _) -> 128),
    WHITE((_, _) -> 255),
    SHADED((x, y) -> 40 + 0.3 * x + 0.25 * y),
    NOISE(grain(1)),
    FINE_NOISE(grain(2)),
    SOFT_NOISE(grain(3)),
    BLOTCHES(grain(5)),
    WIDE_BLOTCHES(grain(8)),
    CLOUDS(grain(12)),
    STRIPES((x, y) -> wave(x * 0.8 + y * 0.6, 9)),
    STRIPES_UNDER_NOISE((x, y) -> 0.6 * wave(x * 0.8 + y * 0.6, 9) + 0.4 * grey(2, x, y)),
    WIDE_STRIPES((x, y) -> wave(x, 30)),
    CHECKERBOARD((x, y) -> cell(x, 9) + cell(y, 9) == 1 ? 255 : 0),
    CHESSBOARD((x, y) -> cell(x, 40) + cell(y, 40) == 1 ? 255 : 0),
    CIRCLES((x, y) -> wave(Math.hypot(x - 150, y - 200), 9)),
    HALFTONE((x, y) -> wave(x + y, 8) / 2 + wave(x - y, 8) / 2 < 0.6 * face(x, y) + 30 ? 255 : 0),
    NEWSPRINT((x, y) -> wave(x, 6) / 2 + wave(y, 6) / 2 < 0.6 * face(x, y) + 30 ? 255 : 0),
    WEAVE((x, y) -> cell(x, 6) == cell(y, 6) ? wave(x, 6) : 0.7 * wave(y, 6)),
    TWILL((x, y) -> Math.floorMod((int) (x / 4 + y / 4), 4) < 2 ? 190 - 30 * cell(x, 2) : 70 + 30 * cell(y, 2)),
    BRICKS((x, y) -> y % 24 < 3 || (x + 24 * cell(y, 24)) % 48 < 3 ? 220 : 110),
    TEXT((x, y) -> inWord(x, y) && glyph(x, y) ? 20 : 240),
    QR_CODE((x, y) -> hash(7, (int) x / 10, (int) y / 10) < 0.5 ? 0 : 255),
    BAR_CODE((x, y) -> hash(8, (int) x / 3, 0) < 0.5 ? 0 : 255),
    FACE(NotFinger::face),
    SKIN_CREASES(NotFinger::skin),
    COMPRESSION_BLOCKS(NotFinger::blocks);

    private static final int WIDTH_PX = 300;
    private static final int HEIGHT_PX = 400;

    @SuppressWarnings("ImmutableEnumChecker") // a formula has no state
    private final DoubleBinaryOperator grey;

    NotFinger(DoubleBinaryOperator grey) {
        this.grey = grey;
    }

    public FingerImage image() {
        byte[] pixels = new byte[WIDTH_PX * HEIGHT_PX];
        for (int y = 0; y < HEIGHT_PX; y++) {
            for (int x = 0; x < WIDTH_PX; x++) {
                pixels[y * WIDTH_PX + x] = (byte) Math.clamp(Math.round(grey.applyAsDouble(x, y)), 0, 255);
            }
        }
        return FingerImage.of(WIDTH_PX, HEIGHT_PX, 500, pixels);
    }

    private static double wave(double along, double periodPx) {
        return 127.5 + 127.5 * Math.sin(2 * Math.PI * along / periodPx);
    }

    private static int cell(double along, int sidePx) {
        return (int) Math.floor(along / sidePx) & 1;
    }

    /** A number from 0 to 1 that belongs to a place. */
    private static double hash(long seed, int x, int y) {
        return new Random(seed * 1_000_003 + x * 7_919L + y * 104_729L)
                .doubles(3)
                .skip(2)
                .findFirst()
                .orElseThrow();
    }

    private static double grey(int seed, double x, double y) {
        return 255 * hash(seed, (int) x, (int) y);
    }

    /** Noise whose grains are so many pixels wide. */
    private static DoubleBinaryOperator grain(int sidePx) {
        return (x, y) -> {
            int left = (int) (x / sidePx);
            int top = (int) (y / sidePx);
            double right = x / sidePx - left;
            double down = y / sidePx - top;
            double above = (1 - right) * grey(3, left, top) + right * grey(3, left + 1.0, top);
            double below = (1 - right) * grey(3, left, top + 1.0) + right * grey(3, left + 1.0, top + 1.0);
            return (1 - down) * above + down * below;
        };
    }

    /** Lines of words of different lengths. */
    private static boolean inWord(double x, double y) {
        int line = (int) y / 20;
        return y % 20 < 13 && hash(5, (int) x / 35, line) > 0.15 && x > 20 && x < 280;
    }

    /** Strokes two pixels wide in letters of eight. */
    private static boolean glyph(double x, double y) {
        int letter = (int) x / 9;
        int line = (int) y / 20;
        int col = (int) x % 9;
        int row = (int) y % 20;
        boolean isStem =
                (col < 2 && hash(9, letter, line) < 0.7) || (col >= 5 && col < 7 && hash(10, letter, line) < 0.6);
        boolean isBar = (row < 2 && hash(11, letter, line) < 0.6)
                || (row >= 6 && row < 8 && hash(12, letter, line) < 0.6)
                || (row >= 11 && hash(13, letter, line) < 0.6);
        return col < 7 && (isStem || isBar);
    }

    /** A shaded oval with eyes, mouth, and hair of fine strands. */
    private static double face(double x, double y) {
        double across = (x - 150) / 95;
        double down = (y - 215) / 130;
        double rim = Math.hypot(across, down);
        if (rim > 1) {
            boolean isHair = y < 230 && Math.hypot((x - 150) / 120, (y - 190) / 150) < 1;
            return isHair ? 50 + 25 * Math.sin(x / 2 + 6 * Math.sin(y / 60)) : 200 - 0.15 * y;
        }
        double skin = 205 - 70 * rim * rim - 25 * across;
        double eyes = Math.min(Math.hypot((x - 112) / 17, (y - 190) / 8), Math.hypot((x - 188) / 17, (y - 190) / 8));
        double mouth = Math.hypot((x - 150) / 34, (y - 285 - 0.006 * (x - 150) * (x - 150)) / 6);
        double nose = Math.hypot((x - 155) / 8, (y - 235) / 30);
        double shade = 90 * Math.exp(-eyes * eyes) + 70 * Math.exp(-mouth * mouth) + 30 * Math.exp(-nose * nose);
        return skin - shade + 0.03 * grey(6, x, y);
    }

    /** The back of a hand: polygons between shallow furrows, as far from each other as ridges are. */
    private static double skin(double x, double y) {
        double nearest = Double.MAX_VALUE;
        double second = Double.MAX_VALUE;
        int col = (int) Math.floor(x / 11);
        int row = (int) Math.floor(y / 11);
        for (int i = -2; i <= 2; i++) {
            for (int j = -2; j <= 2; j++) {
                double atX = (col + i + hash(14, col + i, row + j)) * 11;
                double atY = (row + j + hash(15, col + i, row + j)) * 11;
                double distance = Math.hypot(x - atX, y - atY);
                second = Math.min(second, Math.max(distance, nearest));
                nearest = Math.min(nearest, distance);
            }
        }
        return 190 - 90 * Math.exp(-(second - nearest) / 1.5);
    }

    /** Clouds kept as the mean and one wave of each block of eight pixels, as strong compression leaves them. */
    private static double blocks(double x, double y) {
        int left = (int) x / 8;
        int top = (int) y / 8;
        double wave = Math.cos(Math.PI * (x % 8 + 0.5) / 8 * (1 + 3 * hash(17, left, top)))
                * Math.cos(Math.PI * (y % 8 + 0.5) / 8 * 3 * hash(18, left, top));
        return 90 + 80 * hash(16, left / 6, top / 6) + 40 * (hash(19, left, top) - 0.5) + 30 * wave;
    }
}
