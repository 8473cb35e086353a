package id.sidik.bridge.scanner;

import id.sidik.bridge.frame.DamagedFrame;
import id.sidik.bridge.frame.Frame;
import id.sidik.bridge.frame.FrameReader;
import id.sidik.bridge.frame.FrameType;
import id.sidik.bridge.frame.Noise;
import id.sidik.bridge.frame.Reception;
import id.sidik.bridge.link.Deadline;
import id.sidik.bridge.link.Link;
import id.sidik.bridge.link.LinkException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One question, one answer: the half duplex dialogue with a module of the EF01 family. What is left on the line from an
 * earlier exchange is thrown away before each command, so that an answer that came too late is not taken for this one's.
 */
final class Ef01Dialogue {
    /** One damaged answer is bad luck; two in a row are a bad cable. Every command that we repeat is safe to repeat. */
    private static final int TRIES = 2;

    private final Link link;
    private final int address;
    private final Duration commandTimeout;
    private final byte[] chunk = new byte[Link.CHUNK_BYTES_MAX];
    private final FrameReader reader = new FrameReader();

    Ef01Dialogue(Link link, int address, Duration commandTimeout) {
        this.link = link;
        this.address = address;
        this.commandTimeout = commandTimeout;
    }

    /** Sends a command and waits for its acknowledgement, whatever that says; again if the acknowledgement is damaged. */
    Frame ask(Deadline deadline, Ef01Command command, byte... parameters) throws FaultException {
        for (int tries = 0; tries < TRIES; tries++) {
            send(deadline, command, parameters);
            Frame acknowledgement = acknowledgement(deadline.within(commandTimeout), command);
            if (acknowledgement != null) {
                return acknowledgement;
            }
        }
        throw new FaultException(
                DeviceFault.Kind.GARBLED,
                "the answers to " + command + " arrive damaged; check the cable and the baud rate");
    }

    /** Sends a command and waits for nothing. */
    void send(Deadline deadline, Ef01Command command, byte... parameters) throws FaultException {
        discardInput(deadline);
        byte[] payload = new byte[1 + parameters.length];
        payload[0] = command.code();
        System.arraycopy(parameters, 0, payload, 1, parameters.length);
        try {
            link.write(Frame.of(FrameType.COMMAND, address, payload).encoded(), deadline.within(commandTimeout));
        } catch (LinkException e) {
            throw new FaultException(e);
        }
    }

    /**
     * Passes on what arrives next.
     *
     * @return false when nothing came before the deadline; what was waiting for more is then passed on as damaged
     */
    boolean receive(Deadline deadline, Consumer<? super Reception> receptions) throws FaultException {
        int count = read(deadline);
        if (count == 0) {
            reader.finish(receptions);
            return false;
        }
        reader.feed(chunk, 0, count, receptions);
        return true;
    }

    /** Throws away what arrives until the deadline; notices at once when the device goes. */
    void rest(Deadline deadline) throws FaultException {
        while (!deadline.hasPassed()) {
            receive(deadline, _ -> {});
        }
    }

    /** A line that chatters without end is cut off by the deadline. */
    private void discardInput(Deadline deadline) throws FaultException {
        Deadline now = deadline.within(Duration.ZERO);
        boolean more = true;
        while (more && !deadline.hasPassed()) {
            more = receive(now, _ -> {});
        }
    }

    /** The acknowledgement, or null if only a damaged one came. */
    private @Nullable Frame acknowledgement(Deadline deadline, Ef01Command command) throws FaultException {
        AnswerListener listener = new AnswerListener();
        boolean more = true;
        while (more && listener.acknowledgement == null) {
            more = receive(deadline, listener);
        }
        Frame acknowledgement = listener.acknowledgement;
        if (acknowledgement == null && !listener.damaged) {
            throw new FaultException(
                    DeviceFault.Kind.NOT_ANSWERING,
                    "no answer to " + command + " within " + commandTimeout.toMillis() + " ms");
        }
        if (acknowledgement != null) {
            requireOurs(acknowledgement);
        }
        return acknowledgement;
    }

    /** Refuses the answer of a module that is not ours. */
    void requireOurs(Frame frame) throws FaultException {
        if (frame.address() != address) {
            throw new FaultException(
                    DeviceFault.Kind.WRONG_ADDRESS,
                    "the module answers from address " + HexFormat.of().toHexDigits(frame.address())
                            + "; its profile says " + HexFormat.of().toHexDigits(address));
        }
    }

    private int read(Deadline deadline) throws FaultException {
        try {
            return link.read(chunk, deadline);
        } catch (LinkException e) {
            throw new FaultException(e);
        }
    }

    /** Keeps the first acknowledgement; data of an image that was given up may still come before it. */
    private static final class AnswerListener implements Consumer<Reception> {
        private @Nullable Frame acknowledgement;
        private boolean damaged;

        @Override
        public void accept(Reception reception) {
            switch (reception) {
                case Frame frame -> {
                    if (acknowledgement == null
                            && frame.type() == FrameType.ACKNOWLEDGEMENT
                            && frame.payloadBytes() > 0) {
                        acknowledgement = frame;
                    }
                }
                case DamagedFrame _ -> damaged = true;
                case Noise _ -> {}
            }
        }
    }
}
