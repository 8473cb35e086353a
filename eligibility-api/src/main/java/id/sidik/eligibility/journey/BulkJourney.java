package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.CommitResult;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.BulkTable;
import id.sidik.eligibility.v1.ExportRowsRequest;
import id.sidik.eligibility.v1.ExportedRow;
import id.sidik.eligibility.v1.GetImportRequest;
import id.sidik.eligibility.v1.ImportRowsRequest;
import id.sidik.eligibility.v1.ImportRowsResponse;
import id.sidik.eligibility.v1.ImportState;
import id.sidik.eligibility.v1.RefusedRow;
import id.sidik.eligibility.v1.RegisterMemberResponse;
import id.sidik.eligibility.v1.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** Many rows at once, in and out. Each row is carried out for itself, as the call for one would be, and once for its file and line. */
public final class BulkJourney {
    static final int ROWS_MAX = 500;

    private static final Pattern FILE_FORM = Pattern.compile("[0-9a-f]{64}");
    private static final int KEY_DIGITS = 40;
    /** Rows that wait for the disk together; more would keep others out of its queue. */
    private static final int ROWS_AT_ONCE = 64;

    private final Books books;
    private final RegistrationJourney registration;
    private final MemberJourney members;
    private final EmployerJourney employers;
    private final ContributionJourney contributions;
    private final Semaphore atOnce = new Semaphore(ROWS_AT_ONCE);

    BulkJourney(
            Books books,
            RegistrationJourney registration,
            MemberJourney members,
            EmployerJourney employers,
            ContributionJourney contributions) {
        this.books = books;
        this.registration = registration;
        this.members = members;
        this.employers = employers;
        this.contributions = contributions;
    }

    /** What became of a row. */
    private sealed interface Outcome {
        record Taken(boolean before, boolean held) implements Outcome {}

        record Refused(RefusedRow row) implements Outcome {}
    }

    /** Takes rows, in the order of the file where they may be about one person. */
    public ImportRowsResponse take(ImportRowsRequest request, Caller caller) {
        Set<String> known = fieldsOf(request.getTable());
        if (!FILE_FORM.matcher(request.getFileSha256()).matches()) {
            throw RequestRefusedException.invalid(
                    "FILE_HASH_INVALID", "file_sha256 must be 64 lower-case hexadecimal digits");
        }
        if (request.getRowsCount() < 1 || request.getRowsCount() > ROWS_MAX) {
            throw RequestRefusedException.invalid(
                    "ROWS_TOO_MANY", "1 to " + ROWS_MAX + " rows in one call, not " + request.getRowsCount());
        }
        boolean ofEmployer = !request.getEmployerId().isEmpty();
        if (ofEmployer && request.getTable() != BulkTable.MEMBERS && request.getTable() != BulkTable.CONTRIBUTIONS) {
            throw RequestRefusedException.invalid(
                    "TABLE_INVALID", "an employer's file holds MEMBERS or CONTRIBUTIONS, not " + request.getTable());
        }
        List<Outcome> outcomes = outcomes(request, known, caller);
        ImportRowsResponse response = summary(outcomes);
        keepProgress(request, response, caller);
        return response;
    }

    /** In the order of the rows. */
    private List<Outcome> outcomes(ImportRowsRequest request, Set<String> known, Caller caller) {
        Map<String, CompletableFuture<Outcome>> lastAbout = new HashMap<>();
        List<CompletableFuture<Outcome>> rows = new ArrayList<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Row row : request.getRowsList()) {
                Set<String> about = RowOrder.about(request.getTable(), row);
                CompletableFuture<Outcome> taken = afterAll(about, lastAbout)
                        .thenApplyAsync(_ -> outcomeInItsTurn(row, request, known, caller), workers);
                about.forEach(key -> lastAbout.put(key, taken));
                rows.add(taken);
            }
            return rows.stream().map(BulkJourney::result).toList();
        }
    }

    private static CompletableFuture<Void> afterAll(
            Set<String> about, Map<String, CompletableFuture<Outcome>> lastAbout) {
        return CompletableFuture.allOf(
                about.stream().map(lastAbout::get).filter(Objects::nonNull).toArray(CompletableFuture[]::new));
    }

    private static Outcome result(CompletableFuture<Outcome> row) {
        try {
            return row.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private Outcome outcomeInItsTurn(Row row, ImportRowsRequest request, Set<String> known, Caller caller) {
        try {
            atOnce.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while rows were being taken", e);
        }
        try {
            return outcome(row, request, known, caller);
        } finally {
            atOnce.release();
        }
    }

    private Outcome outcome(Row row, ImportRowsRequest request, Set<String> known, Caller caller) {
        try {
            RowFields fields = new RowFields(row.getFieldsMap(), known);
            requireOwn(request.getEmployerId(), fields);
            String key = request.getFileSha256().substring(0, KEY_DIGITS) + "." + row.getLine();
            return taken(request.getTable(), fields, key, caller);
        } catch (RowFields.BadField bad) {
            return refused(row, "ROW_INVALID", bad.field(), String.valueOf(bad.getMessage()));
        } catch (RuntimeException failure) {
            RequestRefusedException refused = Refusals.of(failure)
                    .filter(found -> found.kind() != RequestRefusedException.Kind.UNAVAILABLE)
                    .filter(found -> found.kind() != RequestRefusedException.Kind.DATA_LOST)
                    .orElseThrow(() -> failure);
            boolean reused = refused.reason().equals("IDEMPOTENCY_KEY_REUSED");
            return refused(
                    row,
                    reused ? "ROW_REUSED" : refused.reason(),
                    BulkRows.fieldOf(refused, known),
                    reused
                            ? "Another row was taken from this line of this file; send the file as it is"
                            : String.valueOf(refused.getMessage()));
        }
    }

    private static void requireOwn(String employerId, RowFields row) {
        if (!employerId.isEmpty() && !row.text("employer_id").equals(employerId)) {
            throw new RowFields.BadField("employer_id", "must be " + employerId + ", whose file this is");
        }
    }

    private static Outcome refused(Row row, String reason, String field, String cure) {
        String value = row.getFieldsOrDefault(field, "");
        return new Outcome.Refused(RefusedRow.newBuilder()
                .setLine(row.getLine())
                .setReason(reason)
                .setField(field)
                .setValue(
                        field.endsWith("nid")
                                ? maskedNid(value)
                                : field.startsWith("card_") ? maskedCards(value) : value)
                .setCure(cure)
                .build());
    }

    /** Also of what is not quite a number: a digit too many does not make it less somebody's. */
    static String maskedNid(String value) {
        if (Nid.hasForm(value)) {
            return new Nid(value).masked();
        }
        int shown = Math.min(4, value.length() / 4);
        return value.substring(0, shown)
                + "*".repeat(value.length() - 2 * shown)
                + value.substring(value.length() - shown);
    }

    /** The last four digits of each, also of what is not quite a number. */
    private static String maskedCards(String value) {
        return value.replaceAll("[0-9](?=[0-9]{4})", "*");
    }

    private Outcome taken(BulkTable table, RowFields row, String key, Caller caller) {
        return switch (table) {
            case MEMBERS -> {
                boolean before = answered("ImportMember", key);
                RegisterMemberResponse response =
                        registration.registerRow(row.text("nid"), BulkRows.member(row), key, caller);
                yield new Outcome.Taken(before, response.hasHeld());
            }
            case EMPLOYERS -> {
                boolean before = answered("PutEmployer", key);
                employers.put(BulkRows.employer(row, key), caller);
                yield new Outcome.Taken(before, false);
            }
            case DEPENDANTS -> {
                boolean before = answered("AddDependant", key);
                members.addDependant(BulkRows.dependant(row, key), caller);
                yield new Outcome.Taken(before, false);
            }
            case CARDS -> {
                boolean before = answered("RecordCard", key);
                members.recordCard(BulkRows.card(row, key), caller);
                yield new Outcome.Taken(before, false);
            }
            case CONTRIBUTIONS -> {
                boolean before = answered("PostContribution", row.text("channel") + ":" + row.text("reference"));
                contributions.post(BulkRows.contribution(row), caller);
                yield new Outcome.Taken(before, false);
            }
            case BULK_TABLE_UNSPECIFIED, UNRECOGNIZED -> throw noTable();
        };
    }

    private boolean answered(String method, String key) {
        return AnswerBook.isAnswered(books.store(), method, key);
    }

    static Set<String> fieldsOf(BulkTable table) {
        return switch (table) {
            case MEMBERS -> BulkRows.MEMBERS;
            case EMPLOYERS -> BulkRows.EMPLOYERS;
            case DEPENDANTS -> BulkRows.DEPENDANTS;
            case CONTRIBUTIONS -> BulkRows.CONTRIBUTIONS;
            case CARDS -> BulkRows.CARDS;
            case BULK_TABLE_UNSPECIFIED, UNRECOGNIZED -> throw noTable();
        };
    }

    private static RequestRefusedException noTable() {
        return RequestRefusedException.invalid(
                "TABLE_INVALID", "table must be MEMBERS, EMPLOYERS, DEPENDANTS, CONTRIBUTIONS or CARDS");
    }

    private static ImportRowsResponse summary(List<Outcome> outcomes) {
        ImportRowsResponse.Builder response = ImportRowsResponse.newBuilder();
        List<RefusedRow> refused = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Taken(boolean before, boolean held) -> {
                    response.setTaken(response.getTaken() + (before ? 0 : 1));
                    response.setTakenBefore(response.getTakenBefore() + (before ? 1 : 0));
                    response.setHeld(response.getHeld() + (held && !before ? 1 : 0));
                }
                case Outcome.Refused(RefusedRow row) -> refused.add(row);
            }
        }
        refused.sort((one, other) -> Long.compareUnsigned(one.getLine(), other.getLine()));
        return response.addAllRefused(refused).build();
    }

    /** Two callers who import one file at once both add what they took. */
    private void keepProgress(ImportRowsRequest request, ImportRowsResponse response, Caller caller) {
        long lastLine = request.getRows(request.getRowsCount() - 1).getLine();
        CommitResult result;
        do {
            Optional<ImportProgress> known = progress(request.getFileSha256());
            ImportProgress next = known.orElseGet(() -> ImportProgress.begun(
                            request.getFileSha256(), request.getTable().name()))
                    .with(response.getTaken(), response.getHeld(), lastLine);
            Transaction event = Transaction.auditing(books.event(AuditEventType.IMPORT_CONTINUED, caller)
                    .with(AuditField.TABLE, request.getTable().name())
                    .with(AuditField.FILE, request.getFileSha256())
                    .with(AuditField.ROW_COUNT, Integer.toString(response.getTaken()))
                    .with(AuditField.OUTCOME, response.getRefusedCount() + " refused"));
            result = books.store()
                    .commit(
                            known.isPresent()
                                    ? event.replacing(ImportProgress.KIND, known.get(), next)
                                    : event.adding(ImportProgress.KIND, next));
        } while (!(result instanceof CommitResult.Committed));
    }

    private Optional<ImportProgress> progress(String fileSha256) {
        return books.store().find(ImportProgress.KIND, RecordKey.of(fileSha256));
    }

    /** How far a file has come; nowhere, if nobody has begun with it. */
    public ImportState state(GetImportRequest request) {
        if (!FILE_FORM.matcher(request.getFileSha256()).matches()) {
            throw RequestRefusedException.invalid(
                    "FILE_HASH_INVALID", "file_sha256 must be 64 lower-case hexadecimal digits");
        }
        return progress(request.getFileSha256())
                .map(progress -> ImportState.newBuilder()
                        .setTable(BulkTable.valueOf(progress.table()))
                        .setRowsTaken(progress.rowsTaken())
                        .setRowsHeld(progress.rowsHeld())
                        .setLastLine(progress.lastLine())
                        .build())
                .orElse(ImportState.getDefaultInstance());
    }

    /** Everything in a table, read as it is sent. */
    public Iterator<ExportedRow> export(ExportRowsRequest request, Caller caller) {
        fieldsOf(request.getTable());
        books.store()
                .commit(Transaction.auditing(books.event(AuditEventType.RECORDS_EXPORTED, caller)
                        .with(AuditField.TABLE, request.getTable().name())));
        return new BulkExport(books).rows(request.getTable());
    }
}
