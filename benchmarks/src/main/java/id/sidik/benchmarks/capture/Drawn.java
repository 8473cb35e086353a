package id.sidik.benchmarks.capture;

/** What the kiosk's page draws of a capture: each from the line that it read to the frame that shows it. */
enum Drawn {
    /** The last stage of capture to answer. */
    ANSWER("decision", "answer drawn in the browser"),
    /** At attended counters: the live picture. */
    PREVIEW("frame", "live picture drawn in the browser"),
    RECEIPT("receiptCode", "receipt's code drawn in the browser");

    private final String field;
    private final String words;

    Drawn(String field, String words) {
        this.field = field;
        this.words = words;
    }

    /** What a line that brings it has. */
    String field() {
        return field;
    }

    String words() {
        return words;
    }
}
