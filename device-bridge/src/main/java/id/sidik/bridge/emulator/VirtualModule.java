package id.sidik.bridge.emulator;

/** The module behind a virtual line: commands in, answers out, as its manual says. One thread at a time. */
interface VirtualModule {
    /**
     * Takes bytes from the line and answers every command that they complete. The first piece of an answer is the word on the
     * command; what follows is data.
     */
    SensorAnswer feed(byte[] bytes, int count);

    /** What it listens at. */
    int baud();

    /** Makes it listen at another one, as its flash says. */
    void listenAt(int baud);

    /** It gets power anew and knows nothing that it was only told. */
    void restart();
}
