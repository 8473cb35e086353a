package id.sidik.engine.image.jpeg2000;

/**
 * The arithmetic decoder of ISO/IEC 15444-1, annex C, with the probability table C.2. Beyond its bytes it reads ones, as the
 * standard says.
 */
final class MqDecoder {
    private static final int[] QE = {
        0x5601, 0x3401, 0x1801, 0x0AC1, 0x0521, 0x0221, 0x5601, 0x5401, 0x4801, 0x3801, 0x3001, 0x2401, 0x1C01, 0x1601,
                0x5601,
        0x5401, 0x5101, 0x4801, 0x3801, 0x3401, 0x3001, 0x2801, 0x2401, 0x2201, 0x1C01, 0x1801, 0x1601, 0x1401, 0x1201,
                0x1101,
        0x0AC1, 0x09C1, 0x08A1, 0x0521, 0x0441, 0x02A1, 0x0221, 0x0141, 0x0111, 0x0085, 0x0049, 0x0025, 0x0015, 0x0009,
                0x0005,
        0x0001, 0x5601
    };
    private static final int[] NEXT_IF_MORE_PROBABLE = {
        1, 2, 3, 4, 5, 38, 7, 8, 9, 10, 11, 12, 13, 29, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 45, 46
    };
    private static final int[] NEXT_IF_LESS_PROBABLE = {
        1, 6, 9, 12, 29, 33, 6, 14, 14, 14, 17, 18, 20, 21, 14, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 23, 24, 25, 26,
        27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 46
    };

    private final byte[] data;
    private final int end;
    private final byte[] state;
    private final byte[] moreProbable;
    private int at;
    private int code;
    private int interval = 0x8000;
    private int shiftsLeft;

    /** @param contextCount how many contexts there are; all begin in state 0 */
    MqDecoder(byte[] data, int length, int contextCount) {
        this.data = data;
        this.end = length;
        this.state = new byte[contextCount];
        this.moreProbable = new byte[contextCount];
        code = byteAt(0) << 16;
        readByte();
        code <<= 7;
        shiftsLeft -= 7;
    }

    void setState(int context, int newState) {
        state[context] = (byte) newState;
        moreProbable[context] = 0;
    }

    /** The next decision of a context, 0 or 1. */
    int decode(int context) {
        int qe = QE[state[context]];
        interval -= qe;
        if (code >>> 16 < qe) {
            boolean isMoreProbable = interval < qe;
            interval = qe;
            return decided(context, isMoreProbable);
        }
        code -= qe << 16;
        if ((interval & 0x8000) != 0) {
            return moreProbable[context];
        }
        return decided(context, interval >= qe);
    }

    private int decided(int context, boolean isMoreProbable) {
        int before = state[context];
        int decision;
        if (isMoreProbable) {
            decision = moreProbable[context];
            state[context] = (byte) NEXT_IF_MORE_PROBABLE[before];
        } else {
            decision = 1 - moreProbable[context];
            if (before == 0 || before == 6 || before == 14) { // where the less probable becomes the more probable
                moreProbable[context] = (byte) decision;
            }
            state[context] = (byte) NEXT_IF_LESS_PROBABLE[before];
        }
        renormalise();
        return decision;
    }

    private void renormalise() {
        do {
            if (shiftsLeft == 0) {
                readByte();
            }
            interval <<= 1;
            code <<= 1;
            shiftsLeft--;
        } while ((interval & 0x8000) == 0);
    }

    /** After FF comes a byte with one bit less, or a marker, at which the decoder stays. */
    private void readByte() {
        if (byteAt(at) != 0xFF) {
            at++;
            code += byteAt(at) << 8;
            shiftsLeft = 8;
        } else if (byteAt(at + 1) > 0x8F) {
            code += 0xFF00;
            shiftsLeft = 8;
        } else {
            at++;
            code += byteAt(at) << 9;
            shiftsLeft = 7;
        }
    }

    private int byteAt(int index) {
        return index < end ? Byte.toUnsignedInt(data[index]) : 0xFF;
    }
}
