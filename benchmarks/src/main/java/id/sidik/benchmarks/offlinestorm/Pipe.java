package id.sidik.benchmarks.offlinestorm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Lines between the storm and the site's process: a word, and words or base64 after it. */
final class Pipe {
    private final BufferedReader in;
    private final PrintWriter out;

    Pipe(InputStream in, OutputStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        this.out = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII), false);
    }

    /**
     * Each line ends with a full stop: what a killed process wrote of one is no word.
     *
     * @throws GoneException when the other side has ended
     */
    void tell(String... words) throws GoneException {
        out.println(String.join(" ", words) + " .");
        out.flush();
        if (out.checkError()) {
            throw new GoneException();
        }
    }

    /** @throws GoneException when the other side has ended, also within a line */
    String[] hear() throws GoneException {
        try {
            String line = in.readLine();
            if (line == null || !line.endsWith(".")) {
                throw new GoneException();
            }
            return line.substring(0, line.length() - 1).strip().split(" ", -1);
        } catch (IOException ended) {
            throw new GoneException();
        }
    }

    static String encode(byte[] bytes) {
        return bytes.length == 0 ? "-" : Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decode(String word) {
        return word.equals("-") ? new byte[0] : Base64.getDecoder().decode(word);
    }

    /** The other side was killed. */
    static final class GoneException extends Exception {
        private static final long serialVersionUID = 1L;

        GoneException() {
            super("the other side has ended");
        }
    }
}
