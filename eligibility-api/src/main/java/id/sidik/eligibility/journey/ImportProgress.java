package id.sidik.eligibility.journey;

import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * How far the import of a file has come.
 *
 * <pre>
 * text SHA-256 | text table | long rows taken | long rows held | long last line
 * </pre>
 *
 * @param fileSha256 64 lower-case hexadecimal digits
 * @param table the contract's word for it
 * @param rowsHeld among those taken: they wait for an officer
 * @param lastLine the last of the latest rows that were sent
 */
record ImportProgress(String fileSha256, String table, long rowsTaken, long rowsHeld, long lastLine) {
    /** Imports, by the hash of their file. */
    static final RecordKind<ImportProgress> KIND = RecordKind.of(
            "imports",
            'I',
            progress -> RecordKey.of(progress.fileSha256()),
            ImportProgress::write,
            ImportProgress::read);

    /** An import of which nothing was taken yet. */
    static ImportProgress begun(String fileSha256, String table) {
        return new ImportProgress(fileSha256, table, 0, 0, 0);
    }

    /** After more rows. */
    ImportProgress with(long taken, long held, long line) {
        return new ImportProgress(fileSha256, table, rowsTaken + taken, rowsHeld + held, line);
    }

    private static BodyWriter write(ImportProgress progress) {
        return new BodyWriter()
                .text(progress.fileSha256())
                .text(progress.table())
                .number(progress.rowsTaken())
                .number(progress.rowsHeld())
                .number(progress.lastLine());
    }

    private static ImportProgress read(BodyReader body) {
        return new ImportProgress(body.text(), body.text(), body.longNumber(), body.longNumber(), body.longNumber());
    }
}
