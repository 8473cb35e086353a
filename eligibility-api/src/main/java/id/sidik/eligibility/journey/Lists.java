package id.sidik.eligibility.journey;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import id.sidik.eligibility.store.EligibilityStore;
import java.util.Optional;

/** Pages of what a member has, as a caller asks for them. */
final class Lists {
    private static final int PAGE_DEFAULT = 50;

    private Lists() {}

    static <T> Page<T> ofMember(
            EligibilityStore store, RecordKind<T> kind, RecordIndex<T> byMember, Nid nid, int size, String token) {
        if (size < 0 || size > EligibilityStore.PAGE_MAX) {
            throw RequestRefusedException.invalid(
                    "PAGE_SIZE_INVALID", "page_size must be 1 to " + EligibilityStore.PAGE_MAX + ", or 0 for 50");
        }
        Optional<String> from = Optional.of(token).filter(text -> !text.isEmpty());
        try {
            return store.page(kind, byMember, RecordKey.of(nid), from, size == 0 ? PAGE_DEFAULT : size);
        } catch (IllegalArgumentException notOurs) {
            throw RequestRefusedException.invalid("PAGE_TOKEN_INVALID", "page_token is not one that this service gave");
        }
    }
}
