package id.sidik.engine.image.jpeg2000;

import static id.sidik.engine.image.jpeg2000.CodestreamException.corrupt;

import java.util.ArrayList;
import java.util.List;

/**
 * How coefficients were rounded: marker QCD (ISO/IEC 15444-1, A.6.4 and annex E).
 *
 * @param style 0 not at all, 1 derived from one step, 2 a step for each subband
 * @param steps exponent (5 bits) and mantissa (11 bits) of each subband, from the lowest
 */
record Quantization(int style, int guardBits, List<Integer> steps) {
    private static final int DERIVED = 1;
    private static final int EXPOUNDED = 2;
    private static final int MANTISSA_BITS = 11;

    Quantization {
        steps = List.copyOf(steps);
    }

    static Quantization read(ByteCursor in) {
        int byteOfStyle = in.u8();
        int style = byteOfStyle & 0x1F;
        if (style > EXPOUNDED) {
            throw corrupt("its quantization is of no known style");
        }
        List<Integer> steps = new ArrayList<>();
        while (in.remaining() > 0) {
            steps.add(style == 0 ? in.u8() >> 3 << MANTISSA_BITS : in.u16());
        }
        return new Quantization(style, byteOfStyle >> 5, steps);
    }

    /** @param band 0 is the lowest, then three for each resolution */
    private int step(int band) {
        int index = style == DERIVED ? 0 : band;
        if (index >= steps.size()) {
            throw corrupt("its quantization lacks a subband");
        }
        return steps.get(index);
    }

    private int exponent(int band) {
        int exponent = step(band) >> MANTISSA_BITS;
        int resolutionsAboveLowest = Math.max(0, (band - 1) / 3);
        return style == DERIVED ? exponent - resolutionsAboveLowest : exponent;
    }

    /** The number of magnitude bit planes of a subband (E-2). */
    int bitPlanes(int band) {
        return guardBits + exponent(band) - 1;
    }

    /**
     * The step of a subband (E-3).
     *
     * @param gainBits 0 for LL, 1 for HL and LH, 2 for HH
     */
    float stepSize(int band, int sampleBits, int gainBits) {
        double mantissa = 1 + (step(band) & (1 << MANTISSA_BITS) - 1) / (double) (1 << MANTISSA_BITS);
        return (float) Math.scalb(mantissa, sampleBits + gainBits - exponent(band));
    }
}
