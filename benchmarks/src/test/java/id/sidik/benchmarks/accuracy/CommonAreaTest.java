package id.sidik.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.benchmarks.pictures.Transform.Edge;
import id.sidik.engine.comparison.Explanation;
import id.sidik.engine.features.FingerFeatures;
import id.sidik.engine.features.Minutiae;
import id.sidik.engine.features.RidgeField;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommonAreaTest {
    /** Ten columns of five cells, the last column half outside the image. */
    private static final FingerFeatures PRINT = print(152, 80);

    @Test
    void countsTheCellsThatBothPrintsShow() {
        assertThat(CommonArea.of(PRINT, PRINT, laid(0, 0, 1)).cells()).isEqualTo(50);
        assertThat(CommonArea.of(PRINT, PRINT, laid(32, 16, 1)).cells()).isEqualTo(8 * 4);
        assertThat(CommonArea.of(PRINT, print(64, 80), laid(0, 0, 1)).smallerPrintCells())
                .isEqualTo(20);
        assertThat(CommonArea.of(PRINT, print(320, 160), laid(0, 0, 2)).cells()).isEqualTo(50);
    }

    @Test
    void movesUntilSoManyAreLeft() {
        CommonArea area = CommonArea.of(PRINT, PRINT, laid(0, 0, 1));

        assertThat(area.pxToLeave(30, Edge.LEFT)).isEqualTo(4 * RidgeField.CELL_PX);
        assertThat(area.pxToLeave(30, Edge.RIGHT))
                .as("half a cell of it outside")
                .isEqualTo(4 * RidgeField.CELL_PX - 8);
        assertThat(area.pxToLeave(45, Edge.TOP)).as("half a row").isEqualTo(RidgeField.CELL_PX / 2);
        assertThat(area.pxToLeave(50, Edge.BOTTOM)).isZero();
        assertThat(area.pxToLeave(60, Edge.BOTTOM))
                .as("fewer than that already")
                .isZero();
    }

    @Test
    void countsFromWhereThePrintsBegin() {
        CommonArea area =
                CommonArea.of(PRINT, PRINT, laid(-32, 0, 1)); // the two columns on the left are of the probe alone

        assertThat(area.cells()).isEqualTo(40);
        assertThat(area.pxToLeave(20, Edge.LEFT)).isEqualTo(6 * RidgeField.CELL_PX);
    }

    private static Explanation laid(double shiftXPx, double shiftYPx, double scale) {
        return new Explanation(50, List.of(), List.of(), List.of(), List.of(), 0, shiftXPx, shiftYPx, scale);
    }

    private static FingerFeatures print(int widthPx, int heightPx) {
        int cols = FingerFeatures.cells(widthPx);
        int rows = FingerFeatures.cells(heightPx);
        byte[] steps = new byte[cols * rows];
        Arrays.fill(steps, (byte) 7);
        return new FingerFeatures(widthPx, heightPx, 9, Minutiae.builder().build(), RidgeField.of(cols, rows, steps));
    }
}
