package id.sidik.bridge.scanner;

import id.sidik.bridge.link.Deadline;
import id.sidik.engine.image.FingerImage;

/** What one protocol makes of an open line. A fault ends the connection; {@link SerialScanner} makes the next one. */
interface SerialModule {
    /**
     * What the introduction told us.
     *
     * @param packetBytes image bytes between two headers
     * @param baud at which the module listens from now on
     */
    record Connection(int widthPx, int heightPx, int packetBytes, int baud) {}

    /**
     * Makes the module of a line that was just opened ready for looks.
     *
     * @param baud of the line
     * @param baudWanted to which the module is moved if its protocol lets it; the line must then be opened anew
     */
    Connection introduce(int baud, int baudWanted, Deadline deadline) throws FaultException;

    /** Insists that the module of an introduced line still answers. */
    void greet(Deadline deadline) throws FaultException;

    Detection look(Deadline deadline) throws FaultException;

    /** The image that the last look found; every pixel of it. */
    FingerImage transfer(Connection connection, Deadline deadline, TransferProgress progress) throws FaultException;

    void show(Light light, Deadline deadline) throws FaultException;

    /** Throws away what arrives until the deadline; notices at once when the device goes. */
    void rest(Deadline deadline) throws FaultException;
}
