package id.sidik.bridge.console.bulk;

import id.sidik.eligibility.v1.BulkTable;
import java.util.List;

/** The fields of each table, in the order that exports write them. */
final class Tables {
    private Tables() {}

    static List<String> fieldsOf(BulkTable table) {
        return switch (table) {
            case MEMBERS ->
                List.of(
                        "nid",
                        "full_name",
                        "segment",
                        "birth_date",
                        "sex",
                        "mother_name",
                        "phone",
                        "district_code",
                        "programmes",
                        "employer_id",
                        "since",
                        "wage_rupiah",
                        "citizenship",
                        "card_numbers");
            case EMPLOYERS -> List.of("employer_id", "name", "risk_tier", "district_code");
            case DEPENDANTS -> List.of("nid", "full_name", "relationship", "birth_date", "sex", "dependant_nid");
            case CONTRIBUTIONS ->
                List.of(
                        "channel",
                        "reference",
                        "kind",
                        "nid",
                        "programme",
                        "period",
                        "amount_rupiah",
                        "wage_rupiah",
                        "paid_on",
                        "employer_id");
            case CARDS -> List.of("nid", "card_number");
            case BULK_TABLE_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalArgumentException("no such table: " + table);
        };
    }
}
