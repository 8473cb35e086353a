package id.sidik.engine.ridges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaneTest {
    /** 1 to 10 have a power of 385, of which 10 and 9 hold 181. */
    @Test
    void findsWhereTheStrongestBegins() {
        assertThat(rising(5, 2).strongest(0.2)).isEqualTo(10);
        assertThat(rising(5, 2).strongest(0.4)).isEqualTo(9);
        assertThat(rising(5, 2).strongest(1)).isEqualTo(1);
    }

    @Test
    void blankPlacesMakeNothingStronger() {
        Plane withBlank = rising(50, 20);

        assertThat(withBlank.strongest(0.4)).isEqualTo(rising(5, 2).strongest(0.4));
        assertThat(new Plane(3, 3).strongest(0.4)).isZero();
    }

    /** From 1 to 10, and zero beyond. */
    private static Plane rising(int width, int height) {
        Plane plane = new Plane(width, height);
        for (int i = 0; i < 10; i++) {
            plane.values[i] = i + 1;
        }
        return plane;
    }
}
