package id.sidik.eligibility.journey;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.v1.BulkTable;
import id.sidik.eligibility.v1.Row;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rows of a file may be about one person, and keep their order: those of one number, and of people who are registered those of
 * one birth date. They take turns by it anyway, and of two who look alike the later one is held.
 */
final class RowOrder {
    private static final Pattern DATE = Pattern.compile("[0-9]{2}([0-9]{2})-([0-9]{2})-([0-9]{2})");

    /** In a number a woman's day of birth is greater by so many. */
    private static final int WOMANS_DAY = 40;

    private RowOrder() {}

    /** One or two keys; rows that share one keep their order. A row that says nothing of whom it is about has a key of its own. */
    static Set<String> about(BulkTable table, Row row) {
        String nid = row.getFieldsOrDefault("nid", "line " + row.getLine());
        Set<String> keys = new HashSet<>(Set.of(nid));
        if (table == BulkTable.MEMBERS) {
            keys.add("born " + bornOn(nid, row.getFieldsOrDefault("birth_date", "")));
        }
        return keys;
    }

    /** Day, month and two digits of the year, as numbers have them; what is no date stands for itself. */
    private static String bornOn(String nid, String birthDate) {
        Matcher date = DATE.matcher(birthDate);
        if (date.matches()) {
            return date.group(3) + date.group(2) + date.group(1);
        }
        if (!birthDate.isEmpty() || !Nid.hasForm(nid)) {
            return birthDate + nid;
        }
        int day = Integer.parseInt(nid, 6, 8, 10);
        return String.format(Locale.ROOT, "%02d", day > WOMANS_DAY ? day - WOMANS_DAY : day) + nid.substring(8, 12);
    }
}
