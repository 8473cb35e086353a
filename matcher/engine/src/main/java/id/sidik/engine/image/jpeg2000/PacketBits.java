package id.sidik.engine.image.jpeg2000;

/** The bits of a packet header, most significant first; after FF a byte has only seven (ISO/IEC 15444-1, B.10.1). */
final class PacketBits {
    private final ByteCursor in;
    private int current;
    private int bitsLeft;

    PacketBits(ByteCursor in) {
        this.in = in;
    }

    int bit() {
        if (bitsLeft == 0) {
            bitsLeft = current == 0xFF ? 7 : 8;
            current = in.u8();
        }
        bitsLeft--;
        return current >> bitsLeft & 1;
    }

    /** At most 31 bits. */
    int bits(int count) {
        int value = 0;
        for (int bit = 0; bit < count; bit++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** Ends the header at a byte; one that would end in FF has another byte of no meaning. */
    void align() {
        bitsLeft = 0;
        if (current == 0xFF) {
            in.skip(1);
        }
    }
}
