package id.sidik.eligibility.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditLeaf;
import id.sidik.eligibility.decision.DenialReason;
import id.sidik.eligibility.decision.UndeterminedCause;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.store.EligibilityStore;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.AuditWord;
import id.sidik.eligibility.v1.FoundAuditEvent;
import id.sidik.eligibility.v1.ListAuditWordsResponse;
import id.sidik.eligibility.v1.SearchAuditRequest;
import id.sidik.eligibility.v1.SearchAuditResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Searches the audit log from its end backwards. Who searches for a member is written down as about that member. */
public final class AuditSearch {
    /** What one call reads at most, so that a search for nobody ends. */
    static final long LEAVES_READ_MAX = 20_000;

    private static final int LIMIT_DEFAULT = 50;
    private static final JsonMapper JSON = new JsonMapper();

    private final Books books;

    public AuditSearch(Books books) {
        this.books = books;
    }

    /** What the log's names mean. */
    public static ListAuditWordsResponse words() {
        ListAuditWordsResponse.Builder words = ListAuditWordsResponse.newBuilder();
        for (AuditEventType type : AuditEventType.values()) {
            words.addEventTypes(word(type, type.textIndonesian(), type.textEnglish()));
        }
        for (DenialReason reason : DenialReason.values()) {
            words.addReasons(word(reason, reason.textIndonesian(), reason.textEnglish()));
        }
        for (UndeterminedCause cause : UndeterminedCause.values()) {
            words.addReasons(word(cause, cause.textIndonesian(), cause.textEnglish()));
        }
        return words.build();
    }

    private static AuditWord word(Enum<?> named, String indonesian, String english) {
        return AuditWord.newBuilder()
                .setName(named.name())
                .setTextId(indonesian)
                .setTextEn(english)
                .build();
    }

    /** Newest first. */
    public SearchAuditResponse search(SearchAuditRequest request, Caller caller) {
        long size = books.store().auditHead().size();
        long before = request.hasBeforeIndex() ? request.getBeforeIndex() : size;
        if (before < 0 || before > size) {
            throw RequestRefusedException.invalid(
                    "INDEX_INVALID", "before_index must be 0 to the size of the log, " + size);
        }
        Wanted wanted = wanted(request);
        int limit = limit(request.getLimit());
        SearchAuditResponse.Builder found = SearchAuditResponse.newBuilder().setSize(size);
        long end = before;
        long stop = Math.max(0, before - LEAVES_READ_MAX);
        while (end > stop && found.getEventsCount() < limit) {
            end = addPage(Math.max(stop, end - EligibilityStore.AUDIT_PAGE_MAX), end, wanted, limit, found);
        }
        if (end > 0) {
            found.setNextBeforeIndex(end);
        }
        record(request, caller);
        return found.build();
    }

    /** Adds what is wanted of some leaves, the last first. Returns the index before which to go on. */
    private long addPage(long from, long end, Wanted wanted, int limit, SearchAuditResponse.Builder found) {
        List<AuditLeaf> leaves = books.store().readAudit(from, Math.toIntExact(end - from));
        for (AuditLeaf leaf : leaves.reversed()) {
            if (wanted.accepts(leaf)) {
                found.addEvents(FoundAuditEvent.newBuilder()
                        .setIndex(leaf.index())
                        .setLeafHash(HexFormat.of().formatHex(leaf.hash()))
                        .setContent(new String(leaf.content(), StandardCharsets.UTF_8)));
            }
            if (found.getEventsCount() == limit) {
                return leaf.index();
            }
        }
        return from;
    }

    private void record(SearchAuditRequest request, Caller caller) {
        books.store()
                .commit(Transaction.auditing(
                        request.getNid().isEmpty()
                                ? books.event(AuditEventType.AUDIT_SEARCHED, caller)
                                : books.event(
                                        AuditEventType.AUDIT_SEARCHED,
                                        caller,
                                        books.checkedNid(request.getNid()).nid())));
    }

    /** What a leaf must say to be found. */
    private record Wanted(String type, Optional<String> subject) {
        boolean accepts(AuditLeaf leaf) {
            JsonNode event = read(leaf);
            return (type.isEmpty() || event.path("type").asText().equals(type))
                    && (subject.isEmpty() || event.path("subject").asText().equals(subject.get()));
        }

        private static JsonNode read(AuditLeaf leaf) {
            try {
                return JSON.readTree(leaf.content());
            } catch (IOException e) {
                throw new UncheckedIOException("leaf " + leaf.index() + " is not the JSON that we write", e);
            }
        }
    }

    private Wanted wanted(SearchAuditRequest request) {
        if (!request.getType().isEmpty() && AuditEventType.of(request.getType()).isEmpty()) {
            throw RequestRefusedException.invalid(
                    "EVENT_TYPE_UNKNOWN",
                    "type must be a type of event, or empty; './sidik audit search --types' lists them");
        }
        Optional<String> subject = request.getNid().isEmpty()
                ? Optional.empty()
                : Optional.of(books.keys()
                        .nidHasher()
                        .hex(books.checkedNid(request.getNid()).nid(), NidHasher.Use.AUDIT));
        return new Wanted(request.getType(), subject);
    }

    private static int limit(int asked) {
        if (asked < 0 || asked > EligibilityStore.PAGE_MAX) {
            throw RequestRefusedException.invalid(
                    "PAGE_SIZE_INVALID", "limit must be 1 to " + EligibilityStore.PAGE_MAX + ", or 0 for 50");
        }
        return asked == 0 ? LIMIT_DEFAULT : asked;
    }
}
