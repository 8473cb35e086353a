package id.sidik.eligibility.check;

import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.contribution.ContributionBody;
import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.EligibilityStore;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What was ever paid in, added up anew from every payment. */
final class PaidIn {
    private PaidIn() {}

    /** In rupiah, by programme. */
    static Map<Programme, Long> of(EligibilityStore store) {
        Map<Programme, Long> rupiah = new EnumMap<>(Programme.class);
        store.visit(ContributionBody.KIND, RecordKey.ANY, (Contribution paid) -> {
            rupiah.merge(paid.programme(), paid.amountRupiah(), Math::addExact);
            return true;
        });
        return Collections.unmodifiableMap(rupiah);
    }
}
