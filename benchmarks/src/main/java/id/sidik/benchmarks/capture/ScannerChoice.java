package id.sidik.benchmarks.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which scanners can be measured. */
enum ScannerChoice {
    USB("usb", false),
    LIBFPRINT("libfprint", false),
    SERIAL_115200("115200", true),
    SERIAL_57600("57600", true);

    private final String label;
    private final boolean isSlow;

    ScannerChoice(String label, boolean isSlow) {
        this.label = label;
        this.isSlow = isSlow;
    }

    String label() {
        return label;
    }

    /** Whether an image takes seconds. */
    boolean isSlow() {
        return isSlow;
    }

    /** @param folder for its port, its socket and the serial library */
    Sensor open(Path folder) throws IOException {
        return switch (this) {
            case USB -> SerialSensor.onUsb(folder);
            case LIBFPRINT -> new LibfprintSensor(folder);
            case SERIAL_115200 -> SerialSensor.at(115_200, folder);
            case SERIAL_57600 -> SerialSensor.at(57_600, folder);
        };
    }

    /** Reads a label. */
    static final class ByLabel implements ITypeConverter<ScannerChoice> {
        @Override
        public ScannerChoice convert(String label) {
            return Arrays.stream(values())
                    .filter(choice -> choice.label.equals(label))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no scanner " + label + "; use one of "
                            + Arrays.stream(values()).map(ScannerChoice::label).collect(Collectors.joining(", "))));
        }
    }
}
