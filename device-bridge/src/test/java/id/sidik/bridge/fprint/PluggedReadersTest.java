package id.sidik.bridge.fprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluggedReadersTest {
    private static final UsbReader FOUR_THOUSAND =
            new UsbReader("U.are.U 4500", "uru4000", 384, 290, 512, Set.of("05ba:000a", "05ba:0007"));
    private static final UsbReader NEXT = new UsbReader("NB-1010-U", "nb1010", 256, 180, 385, Set.of("298d:1010"));

    @TempDir
    private Path folder;

    private FakeUsb usb;
    private PluggedReaders readers;

    @BeforeEach
    void listDevices() {
        usb = new FakeUsb(folder);
        readers = new PluggedReaders(folder, List.of(FOUR_THOUSAND, NEXT));
    }

    @Test
    void findsAReaderByItsIdAmongOtherDevices() throws IOException {
        usb.plug("usb1", "1d6b:0002");
        usb.plug("1-1", "1a86:7523");
        usb.plug("1-10", "05ba:000a");

        assertThat(readers.first()).contains(new PluggedReader(FOUR_THOUSAND, "1-10 as device 3"));
    }

    @Test
    void takesTheFirstOfTheKnownWhereverItIsPluggedIn() throws IOException {
        usb.plug("1-1", "298d:1010");
        usb.plug("2-4", "05ba:0007");

        assertThat(readers.first().map(PluggedReader::reader)).contains(FOUR_THOUSAND);
    }

    @Test
    void findsNothingAmongOtherDevicesNorInTheirInterfaces() throws IOException {
        usb.plug("1-1", "05ba:0001");
        usb.addInterface("1-1:1.0");

        assertThat(readers.first()).isEmpty();
    }

    /** The library would go on with the device that it knew. */
    @Test
    void takesAReaderThatWasPluggedInAgainForAnotherOne() throws IOException {
        usb.plug("1-1", "05ba:000a");
        var before = readers.first();
        usb.unplug("1-1");
        assertThat(readers.first()).isEmpty();
        usb.plug("1-1", "05ba:000a");

        assertThat(readers.first()).isPresent().isNotEqualTo(before);
    }

    @Test
    void findsNothingOnAMachineWithoutUsb() {
        assertThat(new PluggedReaders(folder.resolve("none"), List.of(NEXT)).first())
                .isEmpty();
    }
}
