package id.sidik.bridge.console.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AlignmentTest {
    private static final Alignment ALIGNMENT = new Alignment(2, 90, 10, 20);

    @Test
    void enlargesThenTurnsClockwiseThenMoves() {
        assertThat(ALIGNMENT.x(1, 0)).isCloseTo(10, within(1e-9));
        assertThat(ALIGNMENT.y(1, 0)).isCloseTo(22, within(1e-9));
        assertThat(ALIGNMENT.forward()).isEqualTo("translate(10.00 20.00) rotate(90.000) scale(2.0000)");
    }

    @Test
    void goesBackInReverseOrder() {
        assertThat(ALIGNMENT.back()).isEqualTo("scale(0.5000) rotate(-90.000) translate(-10.00 -20.00)");
    }
}
