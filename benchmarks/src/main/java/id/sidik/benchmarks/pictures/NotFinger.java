package id.sidik.benchmarks.pictures;

import id.sidik.engine.image.FingerImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Things that are no finger, drawn from a seed: 300 x 400 px at 500 dpi. Nobody's photo. */
public enum NotFinger {
    /** Empty glass, white to black. */
    BLANK {
        @Override
        void draw(Graphics2D g, RandomGenerator draws) {
            fill(g, draws.nextInt(256));
        }
    },
    /** From dark to light. */
    GRADIENT {
        @Override
        void draw(Graphics2D g, RandomGenerator draws) {
            double turn = draws.nextDouble() * Math.PI;
            eachPixel(g, (x, y) -> (int) (127 + 0.3 * (x * Math.cos(turn) + y * Math.sin(turn))));
        }
    },
    /** Every pixel on its own. */
    NOISE {
        @Override
        void draw(Graphics2D g, RandomGenerator draws) {
            int spread = 20 + draws.nextInt(108);
            eachPixel(g, (_, _) -> 128 - spread + draws.nextInt(2 * spread));
        }
    },
    /** Noise in squares of several pixels, as a bad link shows it. */
    BLOCKS {
        @Override
        void draw(Graphics2D g, RandomGenerator draws) {
            int side = 4 + draws.nextInt(16);
            for (int y = 0; y < HEIGHT_PX; y += side) {
                for (int x = 0; x < WIDTH_PX; x += side) {
                    g.setColor(grey(draws.nextInt(256)));
                    g.fillRect(x, y, side, side);
                }
            }
        }
    },
    /** Lines of print. */
    TEXT {
        @Override
        void draw(Graphics2D g, RandomGenerator draws) {
            fill(g, 235);
            g.setColor(grey(draws.nextInt(60)));
            int size = 9 + draws.nextInt(16);
            g.setFont(new Font(Font.SERIF, Font.PLAIN, size));
            for (int y = size; y < HEIGHT_PX; y += size + 3) {
                StringBuilder line = new StringBuilder();
                while (line.length() < 60) {
                    line.append(draws.nextInt(6) == 0 ? ' ' : (char) ('a' + draws.nextInt(26)));
                }
                g.drawString(line.toString(), 4, y);
            }
        }
    },
    /** Bars of changing width, as on a parcel. */
    BARCODE {
        @Override
        void draw(Graphics2D g, RandomGenerator draws) {
            fill(g, 240);
            g.setColor(grey(20));
            for (int x = 20; x < WIDTH_PX - 20; x += 3 + draws.nextInt(9)) {
                g.fillRect(x, 60, 1 + draws.nextInt(5), 280);
            }
        }
    },
    /** Parallel lines as wide as ridges. */
    STRIPES {
        @Override
        void draw(Graphics2D g, RandomGenerator draws) {
            double turn = draws.nextDouble() * Math.PI;
            double period = 7 + 5 * draws.nextDouble();
            eachPixel(g, (x, y) -> wave((x * Math.cos(turn) + y * Math.sin(turn)) / period));
        }
    },
    /** Circles about the middle, as wide as ridges. */
    RINGS {
        @Override
        void draw(Graphics2D g, RandomGenerator draws) {
            double period = 7 + 5 * draws.nextDouble();
            double middleX = 100 + draws.nextInt(100);
            double middleY = 150 + draws.nextInt(100);
            eachPixel(g, (x, y) -> wave(Math.hypot(x - middleX, y - middleY) / period));
        }
    },
    /** Threads over and under each other. */
    CLOTH {
        @Override
        void draw(Graphics2D g, RandomGenerator draws) {
            double period = 6 + 6 * draws.nextDouble();
            eachPixel(g, (x, y) -> (wave(x / period) + wave(y / period)) / 2);
        }
    },
    /** A chess board. */
    CHECKS {
        @Override
        void draw(Graphics2D g, RandomGenerator draws) {
            int side = 4 + draws.nextInt(20);
            eachPixel(g, (x, y) -> (x / side + y / side) % 2 == 0 ? 40 : 215);
        }
    },
    /** An oval with eyes, brows, nose and mouth, softly lit. */
    FACE {
        @Override
        void draw(Graphics2D g, RandomGenerator draws) {
            eachPixel(g, (x, y) -> (int) (90 + 0.2 * y + draws.nextInt(6)));
            double tilt = (draws.nextDouble() - 0.5) * 0.5;
            g.rotate(tilt, WIDTH_PX / 2.0, HEIGHT_PX / 2.0);
            oval(g, 60, 50, 180, 290, 60);
            oval(g, 72, 70, 156, 255, 190 + draws.nextInt(30));
            for (int eye : new int[] {108, 192}) {
                oval(g, eye - 20, 165, 40, 20, 245);
                oval(g, eye - 9, 166, 18, 18, 40);
                g.setStroke(new BasicStroke(6));
                g.drawLine(eye - 22, 150, eye + 22, 146 + draws.nextInt(9));
            }
            g.setStroke(new BasicStroke(3));
            g.drawLine(150, 185, 138, 235);
            g.drawLine(138, 235, 160, 238);
            oval(g, 115, 265, 70, 18 + draws.nextInt(12), 110);
        }
    },
    /** Brush strokes in all directions: hair, grass, scratches. */
    STROKES {
        @Override
        void draw(Graphics2D g, RandomGenerator draws) {
            fill(g, 200);
            for (int i = 0; i < 500; i++) {
                g.setStroke(new BasicStroke(1 + draws.nextInt(4)));
                g.setColor(grey(draws.nextInt(200)));
                int x = draws.nextInt(WIDTH_PX);
                int y = draws.nextInt(HEIGHT_PX);
                g.drawLine(x, y, x - 30 + draws.nextInt(61), y - 30 + draws.nextInt(61));
            }
        }
    };

    private static final int WIDTH_PX = 300;
    private static final int HEIGHT_PX = 400;
    private static final double DPI = 500;
    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    /** Always the same picture for the same seed. */
    public FingerImage picture(long seed) {
        BufferedImage canvas = new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = canvas.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        draw(g, ALGORITHM.create(seed));
        g.dispose();
        byte[] pixels = new byte[WIDTH_PX * HEIGHT_PX];
        canvas.getRaster().getDataElements(0, 0, WIDTH_PX, HEIGHT_PX, pixels);
        return FingerImage.of(WIDTH_PX, HEIGHT_PX, DPI, pixels);
    }

    abstract void draw(Graphics2D g, RandomGenerator draws);

    /** The grey of a pixel, cut to 0 to 255. */
    private interface Shade {
        int at(int x, int y);
    }

    private static void eachPixel(Graphics2D g, Shade shade) {
        for (int y = 0; y < HEIGHT_PX; y++) {
            for (int x = 0; x < WIDTH_PX; x++) {
                g.setColor(grey(Math.clamp(shade.at(x, y), 0, 255)));
                g.fillRect(x, y, 1, 1);
            }
        }
    }

    private static void fill(Graphics2D g, int shade) {
        g.setColor(grey(shade));
        g.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
    }

    private static void oval(Graphics2D g, int left, int top, int width, int height, int shade) {
        g.setColor(grey(shade));
        g.fill(new Ellipse2D.Double(left, top, width, height));
        g.setColor(grey(50));
    }

    private static int wave(double periods) {
        return (int) (128 + 80 * Math.cos(2 * Math.PI * periods));
    }

    private static Color grey(int shade) {
        return new Color(shade, shade, shade);
    }
}
