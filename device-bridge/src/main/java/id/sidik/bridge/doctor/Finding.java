package id.sidik.bridge.doctor;

/**
 * One thing that was looked at.
 *
 * @param check what, in two or three words
 * @param detail what was found
 * @param cure what helps, as somebody types or does it; empty if nothing needs to
 */
public record Finding(String check, State state, String detail, String cure) {
    /** How it is. */
    public enum State {
        OK,
        /** The bridge works without it, or not for much longer. */
        WARNING,
        /** Something that is wanted of this box does not work. */
        FAILED
    }

    public Finding {
        if (cure.isEmpty() != (state == State.OK)) {
            throw new IllegalArgumentException("what is not well needs a cure, and nothing else does: " + check);
        }
    }

    static Finding ok(String check, String detail) {
        return new Finding(check, State.OK, detail, "");
    }

    static Finding warning(String check, String detail, String cure) {
        return new Finding(check, State.WARNING, detail, cure);
    }

    static Finding failed(String check, String detail, String cure) {
        return new Finding(check, State.FAILED, detail, cure);
    }
}
