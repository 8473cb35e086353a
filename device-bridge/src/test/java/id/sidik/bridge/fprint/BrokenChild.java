package id.sidik.bridge.fprint;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Processes that a bad driver could make of ours. */
final class BrokenChild {
    private BrokenChild() {}

    public static void main(String[] arguments) throws IOException {
        OutputStream out = System.out;
        switch (arguments[0]) {
            case "ends at once" -> {}
            case "ends when asked" -> System.in.read();
            case "says nonsense" -> {
                System.in.read();
                out.write(new byte[] {'O', 'x', 'y', 'z'});
                out.flush();
                System.in.read();
            }
            case "ends in mid image" -> {
                System.in.read();
                out.write(new byte[] {'O', 'I', 0, 0, 1, 0, 0, 0, 1, 0, 42, 42, 42});
                out.flush();
            }
            case "answers out of turn" -> {
                System.in.read();
                out.write(new byte[] {'R'});
                out.flush();
                System.in.read();
            }
            case "may not open the reader" -> {
                System.in.read();
                new ChildAnswer.Failed(ChildAnswer.Reason.DENIED, "the reader is closed to this user")
                        .writeTo(new DataOutputStream(out));
                System.in.read();
            }
            case "sends an image that is too large" -> {
                System.in.read();
                out.write(new byte[] {'O', 'I', 0x7F, 0, 0, 0, 0x7F, 0, 0, 0});
                out.flush();
                System.in.read();
            }
            case "hangs" -> {
                while (System.in.read() >= 0) {
                    out.flush();
                }
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }
}
