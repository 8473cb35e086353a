import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Prints those of the given ports that cannot be listened on, on the loopback. Run as a single file by {@code ./sidik doctor}. */
final class TakenPorts {
    private TakenPorts() {}

    public static void main(String[] ports) {
        for (String port : ports) {
            try (ServerSocket free = new ServerSocket(Integer.parseInt(port), 1, InetAddress.getLoopbackAddress())) {
                assert free.isBound();
            } catch (IOException taken) {
                System.out.println(port);
            }
        }
    }
}
