package id.sidik.benchmarks.pictures;

import id.sidik.engine.image.FingerImage;
import java.util.Arrays;
import java.util.Locale;

/** The same print, laid down elsewhere: what is uncovered is as light as the glass beside it, what leaves the picture is lost. */
public sealed interface Transform {
    /** How a report calls it. */
    String name();

    FingerImage of(FingerImage image);

    /**
     * Turned clockwise about the middle, on a picture large enough to lose nothing.
     *
     * @param degrees -180 to 180
     */
    record Rotation(double degrees) implements Transform {
        @Override
        public String name() {
            return Math.round(degrees) + " deg";
        }

        @Override
        public FingerImage of(FingerImage image) {
            double cos = Math.cos(Math.toRadians(degrees));
            double sin = Math.sin(Math.toRadians(degrees));
            double width = image.widthPx();
            double height = image.heightPx();
            int turnedWidth = (int) Math.ceil(Math.abs(width * cos) + Math.abs(height * sin) - 1e-9);
            int turnedHeight = (int) Math.ceil(Math.abs(width * sin) + Math.abs(height * cos) - 1e-9);
            GreyPlane plane = new GreyPlane(image);
            byte[] turned = new byte[turnedWidth * turnedHeight];
            for (int y = 0; y < turnedHeight; y++) {
                for (int x = 0; x < turnedWidth; x++) {
                    double right = x - (turnedWidth - 1) / 2.0;
                    double down = y - (turnedHeight - 1) / 2.0;
                    turned[y * turnedWidth + x] = plane.between(
                            (width - 1) / 2 + right * cos + down * sin, (height - 1) / 2 - right * sin + down * cos);
                }
            }
            return FingerImage.of(turnedWidth, turnedHeight, image.dpi(), turned);
        }
    }

    /** Of a picture. */
    enum Edge {
        LEFT,
        RIGHT,
        TOP,
        BOTTOM;

        public boolean isAcross() {
            return this == LEFT || this == RIGHT;
        }

        /** Whether pixels are counted from here. */
        public boolean isFirst() {
            return this == LEFT || this == TOP;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Moved over an edge.
     *
     * @param px from 0; what was as near to the edge leaves the picture
     */
    record Move(Edge over, int px) implements Transform {
        @Override
        public String name() {
            return px + " px over the " + over;
        }

        @Override
        public FingerImage of(FingerImage image) {
            int along = over.isFirst() ? px : -px;
            int dx = over.isAcross() ? along : 0;
            int dy = over.isAcross() ? 0 : along;
            GreyPlane plane = new GreyPlane(image);
            byte[] moved = new byte[image.widthPx() * image.heightPx()];
            for (int y = 0; y < image.heightPx(); y++) {
                for (int x = 0; x < image.widthPx(); x++) {
                    moved[y * image.widthPx() + x] = plane.between(x + dx, y + dy);
                }
            }
            return FingerImage.of(image.widthPx(), image.heightPx(), image.dpi(), moved);
        }
    }

    /** Moved over an edge until only a share of the print, by the strength of its ridges, is left in the picture. */
    record Shift(Edge over, double shareLeft) implements Transform {
        @Override
        public String name() {
            return Math.round(100 * (1 - shareLeft)) + " % off the " + over;
        }

        @Override
        public FingerImage of(FingerImage image) {
            return new Move(over, pxToLose(image)).of(image);
        }

        private int pxToLose(FingerImage image) {
            double[] strength = new double[over.isAcross() ? image.widthPx() : image.heightPx()];
            for (int y = 1; y < image.heightPx(); y++) {
                for (int x = 1; x < image.widthPx(); x++) {
                    int grey = image.greyAt(x, y);
                    int edge = Math.abs(grey - image.greyAt(x - 1, y)) + Math.abs(grey - image.greyAt(x, y - 1));
                    strength[over.isAcross() ? x : y] += edge;
                }
            }
            double toLose = (1 - shareLeft) * Arrays.stream(strength).sum();
            int lines = 0;
            double lost = 0;
            while (lost < toLose && lines < strength.length) {
                lost += strength[over.isFirst() ? lines : strength.length - 1 - lines];
                lines++;
            }
            return lines;
        }
    }
}
