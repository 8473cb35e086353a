package id.sidik.eligibility.journey;

import id.sidik.eligibility.member.NameForm;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidRules;
import id.sidik.eligibility.v1.BulkTable;
import id.sidik.eligibility.v1.Row;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which rows of a file may be about one person, and keep their order: those of one number, and of people who are registered those of
 * one birth date, its day and month in either order, or of one name. Of two who look alike the later one is held; of two that name one
 * card the earlier has it.
 */
final class RowOrder {
    private static final Pattern DATE = Pattern.compile("[0-9]{2}([0-9]{2})-([0-9]{2})-([0-9]{2})");

    private RowOrder() {}

    /** Some keys; rows that share one keep their order. A row that says nothing of whom it is about has a key of its own. */
    static Set<String> about(BulkTable table, Row row) {
        String nid = row.getFieldsOrDefault("nid", "line " + row.getLine());
        Set<String> keys = new HashSet<>(Set.of(nid));
        Stream.of("card_number", "card_numbers")
                .flatMap(field -> Stream.of(row.getFieldsOrDefault(field, "").split("[ ;]+")))
                .filter(number -> !number.isEmpty())
                .forEach(number -> keys.add("card " + number));
        if (table == BulkTable.MEMBERS) {
            keys.add("born " + bornOn(nid, row.getFieldsOrDefault("birth_date", "")));
            keys.add("named "
                    + NameForm.of(row.getFieldsOrDefault("full_name", "")).key());
        }
        return keys;
    }

    /** Day, month and two digits of the year, as numbers have them; what is no date stands for itself. */
    private static String bornOn(String nid, String birthDate) {
        Matcher date = DATE.matcher(birthDate);
        if (date.matches()) {
            return inEitherOrder(date.group(3), date.group(2)) + date.group(1);
        }
        if (!birthDate.isEmpty() || !Nid.hasForm(nid)) {
            return birthDate + nid;
        }
        int day = Integer.parseInt(nid, 6, 8, 10);
        String ofMonth = String.format(
                Locale.ROOT, "%02d", day > NidRules.FEMALE_DAY_OFFSET ? day - NidRules.FEMALE_DAY_OFFSET : day);
        return inEitherOrder(ofMonth, nid.substring(8, 10)) + nid.substring(10, 12);
    }

    /** The 3rd of December and the 12th of March are a slip of the pen apart. */
    private static String inEitherOrder(String day, String month) {
        return day.compareTo(month) < 0 ? day + month : month + day;
    }
}
