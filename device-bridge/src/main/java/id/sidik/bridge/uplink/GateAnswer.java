package id.sidik.bridge.uplink;

/** What came of asking the gate. */
public sealed interface GateAnswer<T> {
    /** The gate decided; a refusal is an answer, too. */
    record Answered<T>(T response) implements GateAnswer<T> {}

    /**
     * Nobody decided in time. The person is sent to an officer.
     *
     * @param detail for the operator's log
     */
    record Unreachable<T>(String detail) implements GateAnswer<T> {}
}
