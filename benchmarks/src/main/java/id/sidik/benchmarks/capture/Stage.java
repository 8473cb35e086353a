package id.sidik.benchmarks.capture;

/** What happens between the look that saw a finger and the answer on the page, in order. */
enum Stage {
    /** The image over the line, and its packets made pixels. */
    TRANSFER("image transfer and decoding"),
    /** On the bridge: 500 dpi, ridges, minutiae, quality. */
    EXTRACTION("quality and extraction"),
    /** The scanner is told what to shine. */
    LAMP("lamp"),
    /** The question is written and signed with the device's key. */
    SEALING("sealing"),
    /** Over mutual TLS to the gate, from there to the matcher and back, the synced decision and its receipt. */
    DECISION("uplink and decision"),
    /** From the gate's answer until the page has read its line. */
    PAGE("answer to the page"),
    /** What no stage above is: hand-overs between threads, progress told to the page. */
    REST("everything else"),
    WHOLE("capture to answer");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
