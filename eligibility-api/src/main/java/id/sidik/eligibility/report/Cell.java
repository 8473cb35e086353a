package id.sidik.eligibility.report;

import id.sidik.eligibility.nid.Nid;
import java.time.LocalDate;

/** One value of a report. */
public sealed interface Cell {
    /** A word, an id, a list of ids. */
    record Text(String text) implements Cell {}

    /** A count, or an amount in the unit of its column. */
    record Amount(long value) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    /** Somebody: shown whole only to those who may see whole numbers. */
    record Member(Nid nid) implements Cell {}

    /** In the place of a figure that nobody measured: empty in a file, a dash on a page. */
    static Cell nothingRecorded() {
        return new Text("");
    }

    static Cell of(String text) {
        return new Text(text);
    }

    static Cell of(long value) {
        return new Amount(value);
    }

    static Cell of(LocalDate day) {
        return new Day(day);
    }

    static Cell of(Nid nid) {
        return new Member(nid);
    }

    /**
     * The value for a table or a file.
     *
     * @param wholeNids else the first and last four digits
     */
    default String text(boolean wholeNids) {
        return switch (this) {
            case Text(String text) -> text;
            case Amount(long value) -> Long.toString(value);
            case Day(LocalDate day) -> day.toString();
            case Member(Nid nid) -> wholeNids ? nid.wholeDigits() : nid.masked();
        };
    }
}
