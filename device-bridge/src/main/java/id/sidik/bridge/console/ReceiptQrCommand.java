package id.sidik.bridge.console;

import id.sidik.bridge.qr.QrCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "qr",
        description =
                "Prints a receipt as a QR code that survives folded paper (15 % of it may be lost): in this terminal, or as a"
                        + " picture to print 4 cm wide.")
final class ReceiptQrCommand implements Callable<Integer> {
    private static final int MODULE_PX = 6;

    @Option(names = "--out", paramLabel = "FILE", description = "Write a PNG there.")
    private Optional<Path> out = Optional.empty();

    @Parameters(paramLabel = "RECEIPT", description = "The receipt (a compact JWS), or a file that holds it.")
    private String receipt = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        QrCode code = code(ReceiptText.of(receipt));
        if (out.isPresent()) {
            write(code, out.get());
            spec.commandLine().getOut().println(code.sideModules() + " modules a side: " + out.get());
        } else {
            spec.commandLine().getOut().println(code.blocks());
        }
        return ExitCode.YES;
    }

    private static QrCode code(String text) {
        try {
            return QrCode.of(text, QrCode.Wear.PAPER);
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void write(QrCode code, Path file) {
        try {
            if (!ImageIO.write(code.picture(MODULE_PX), "png", file.toFile())) {
                throw new IllegalStateException("every JDK writes PNG");
            }
        } catch (IOException e) {
            throw new UnusableInputException("cannot write " + file + "; choose another --out", e);
        }
    }
}
