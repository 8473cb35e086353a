package id.sidik.bridge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.bridge.doctor.Finding.State;
import id.sidik.bridge.emulator.PseudoTerminal;
import id.sidik.bridge.fprint.UsbReader;
import id.sidik.bridge.scanner.ScannerProfile;
import id.sidik.bridge.site.Dismissal;
import id.sidik.bridge.site.Site;
import id.sidik.wire.config.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-27T10:00:00Z"));
    private static final UsbReader READER =
            new UsbReader("U.are.U 4500", "uru4000", 384, 290, 512, Set.of("05ba:000a"));
    private static final String ADAPTER = "1a86:7523";

    @TempDir
    private Path folder;

    private FakeBox box;
    private Path data;
    private Account account;
    private OptionalLong pid = OptionalLong.empty();
    private Optional<Path> scannerPort = Optional.empty();
    private Map<String, HostPort> addressOf = Map.of();

    @BeforeEach
    void setUp() throws IOException {
        box = FakeBox.well(Files.createDirectory(folder.resolve("root")));
        data = Files.createDirectory(
                folder.resolve("data"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account = new Account(Files.getOwner(data).getName(), Set.of("dialout"), true);
    }

    private Examination examination() {
        return new Examination(
                box.box(),
                new Subject(
                        data,
                        account,
                        pid,
                        "sudo systemctl restart sidik-bridge",
                        List.of(ScannerProfile.ZFM_20),
                        List.of(READER),
                        scannerPort,
                        addressOf,
                        FakeBox.RULE),
                CLOCK);
    }

    private Finding only(List<Finding> findings, String check) {
        List<Finding> found =
                findings.stream().filter(each -> each.check().equals(check)).toList();
        assertThat(found).as("%s in %s", check, findings).hasSize(1);
        return found.getFirst();
    }

    private Finding scanner(String check) {
        return only(examination().scanners(), check);
    }

    private static void assertFinding(Finding finding, State state, String detail, String cure) {
        assertThat(finding.state()).as("%s", finding).isEqualTo(state);
        assertThat(finding.detail()).contains(detail);
        assertThat(finding.cure()).contains(cure);
    }

    @Test
    void findsNothingToMendWhereAllIsWell() throws IOException {
        box.plugAdapter(ADAPTER, "ttyUSB0");
        box.plugUsb("1-3", "05ba:000a", 12, "U.are.U");
        box.node("/dev/bus/usb/001/012");
        pid = OptionalLong.of(7);

        assertThat(examination().scanners())
                .extracting(Finding::check)
                .containsExactly("groups", "udev rule", "libfprint", "USB reader", "serial port");
        assertThat(examination().scanners()).extracting(Finding::state).containsOnly(State.OK);
        assertThat(examination().data()).extracting(Finding::check).contains("secret files", "jSerialComm", "disk");
        assertThat(only(examination().data(), "secret files").state()).isEqualTo(State.OK);
        assertThat(examination().process()).extracting(Finding::state).containsExactly(State.OK);
    }

    @Test
    void namesWhatIsAtAPort() throws IOException {
        Path node = box.plugAdapter(ADAPTER, "ttyUSB0");

        assertFinding(scanner("serial port"), State.OK, node + ": USB2.0-Serial 1a86:7523, as used by ZFM-20", "");
    }

    @Test
    void namesWhoHoldsAPort() throws IOException {
        Path node = box.plugAdapter(ADAPTER, "ttyUSB0");
        box.process(812, "minicom", 1, node);

        assertFinding(scanner("serial port"), State.FAILED, "held by minicom (812)", "End that program");
    }

    @Test
    void doesNotCountTheBridgeAndItsChildrenAmongThem() throws IOException {
        Path node = box.plugAdapter(ADAPTER, "ttyUSB0");
        pid = OptionalLong.of(700);
        box.process(700, "java", 1, node);
        box.process(701, "java", 700, node);

        assertThat(scanner("serial port").state()).isEqualTo(State.OK);
    }

    @Test
    void saysThatAPortIsClosedToTheBridge() throws IOException {
        box.plugAdapter(ADAPTER, "ttyUSB0");
        account = new Account("sidik-bridge", Set.of("sidik-bridge"), false);

        assertFinding(scanner("serial port"), State.FAILED, "sidik-bridge may not open it", "adduser sidik-bridge");
        assertFinding(
                scanner("groups"), State.WARNING, "not in the group dialout", "sudo adduser sidik-bridge dialout");
    }

    @Test
    void knowsByItsModeWhatIsOpenToAnotherUser() throws IOException {
        Path node = box.plugAdapter(ADAPTER, "ttyUSB0");
        account = new Account("sidik-bridge", Set.of("dialout"), false);
        Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThat(scanner("serial port").state()).isEqualTo(State.OK);
    }

    @Test
    void saysThatTheRuleWasNotAppliedToAPort() throws IOException {
        box.plugAdapter(ADAPTER, "ttyUSB0");
        box.file("/run/udev/data/c188:0", "E:ID_BUS=usb\n");

        assertFinding(scanner("serial port"), State.WARNING, "rule was not applied", "udevadm trigger");
    }

    @Test
    void blamesBrlttyForAnAdapterWithoutAPort() throws IOException {
        box.plugUsb("1-2", ADAPTER, 4, "USB2.0-Serial");
        assertFinding(scanner("serial port"), State.FAILED, "has no port", "dmesg");

        box.process(90, "brltty", 1, folder);
        assertFinding(scanner("serial port"), State.FAILED, "brltty", "remove brltty");
    }

    @Test
    void saysNothingOfOtherDevices() throws IOException {
        box.plugAdapter("046d:c31c", "ttyACM0");

        assertFinding(scanner("scanner"), State.WARNING, "none that the bridge knows", "Plug one in");
    }

    @Test
    void looksAtTheConfiguredPortAlone() throws IOException {
        box.plugAdapter(ADAPTER, "ttyUSB0");
        scannerPort = Optional.of(folder.resolve("scanner"));
        assertFinding(scanner("serial port"), State.FAILED, "is not there", "bridge.scanner-port");

        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            Files.createSymbolicLink(folder.resolve("scanner"), terminal.path());
            assertFinding(scanner("serial port"), State.OK, "is there", "");
        }
    }

    @Test
    void missesTheRule() throws IOException {
        Path rule = box.at("/usr/lib/udev/rules.d/70-sidik-scanners.rules");
        Files.writeString(rule, "# of an older version");
        assertFinding(scanner("udev rule"), State.WARNING, "not the one of this version", "install the package again");

        Files.delete(rule);
        assertFinding(scanner("udev rule"), State.WARNING, "is not installed", "udevadm control --reload");
    }

    /** As with udev itself, the file in /etc wins. */
    @Test
    void seesARuleThatIsMaskedInEtc() throws IOException {
        box.file("/etc/udev/rules.d/70-sidik-scanners.rules", "");

        assertFinding(scanner("udev rule"), State.WARNING, "/etc/udev/rules.d", "sudo rm");
    }

    @Test
    void saysThatNobodyAppliesTheRule() throws IOException {
        Files.delete(box.at("/run/udev/control"));

        assertFinding(scanner("udev rule"), State.WARNING, "udev does not run", "systemd-udevd");
    }

    @Test
    void needsTheLibraryOnlyForAReader() throws IOException {
        Files.delete(box.at("/usr/lib/x86_64-linux-gnu/libfprint-2.so.2"));
        assertFinding(scanner("libfprint"), State.WARNING, "serial scanners work", "apt-get install libfprint-2-2");

        box.plugUsb("1-3", "05ba:000a", 12, "U.are.U");
        assertThat(scanner("libfprint").state()).isEqualTo(State.FAILED);
    }

    @Test
    void saysWhichLibraryThereIs() throws IOException {
        assertFinding(scanner("libfprint"), State.OK, "version 1:1.94.5-1", "");

        box.libfprint("1:1.90.7-1");
        assertFinding(scanner("libfprint"), State.WARNING, "1.90.7", "newer");
    }

    @Test
    void saysThatAReaderIsClosedOrHeld() throws IOException {
        box.plugUsb("1-3", "05ba:000a", 12, "U.are.U");
        Path node = box.at("/dev/bus/usb/001/012");
        assertFinding(scanner("USB reader"), State.FAILED, "U.are.U 4500 at " + node, "udevadm");

        box.node("/dev/bus/usb/001/012");
        box.process(55, "fprintd", 1, node);
        assertFinding(scanner("USB reader"), State.FAILED, "held by fprintd (55)", "mask --now fprintd");
        assertFinding(scanner("fprintd"), State.WARNING, "may claim", "mask --now fprintd");
    }

    @Test
    void findsFilesThatOthersMayRead() throws IOException {
        Path key = Files.createFile(
                data.resolve("some.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
        Path certificate = Files.createFile(data.resolve("ca.cert.pem"));
        Files.setPosixFilePermissions(certificate, PosixFilePermissions.fromString("rw-r--r--"));

        Finding finding = only(examination().data(), "secret files");

        assertFinding(finding, State.FAILED, "open to others: " + key, "chmod -R go=");
        assertThat(finding.detail()).doesNotContain("cert.pem");
    }

    @Test
    void findsFilesOfAnotherUser() {
        account = new Account("sidik-bridge", Set.of("dialout"), false);

        assertFinding(only(examination().data(), "secret files"), State.FAILED, "not of sidik-bridge", "chown -R");
    }

    /** The mark of a disk that is mounted noexec, on which the kernel says so of a file that has the bit. */
    @Test
    void saysThatTheSerialLibraryCannotBeLoaded() throws IOException {
        Path library = data.resolve("bridge/native/Linux/x86_64/libjSerialComm.so");
        Files.createDirectories(library.getParent());
        Files.createFile(library, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        assertThat(only(examination().data(), "jSerialComm").state()).isEqualTo(State.OK);

        Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("r--------"));
        assertFinding(only(examination().data(), "jSerialComm"), State.FAILED, "no serial scanner", "noexec");
    }

    @Test
    void wantsRoomForAFullJournal() {
        DataFolder own = new DataFolder(data, account);

        assertThat(own.room(2L << 30).state()).isEqualTo(State.OK);
        assertFinding(own.room(500L << 20), State.WARNING, "500 MiB free", "312 MiB");
        assertThat(own.room(10L << 20).state()).isEqualTo(State.FAILED);
    }

    @Test
    void namesAPortThatSomebodyElseListensAt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            addressOf = Map.of("bridge.kiosk-listen", new HostPort("127.0.0.1", other.getLocalPort()));

            List<Finding> findings = examination().process();
            assertFinding(only(findings, "bridge"), State.FAILED, "does not run", "systemctl restart sidik-bridge");
            assertFinding(
                    only(findings, "ports"),
                    State.FAILED,
                    "127.0.0.1:" + other.getLocalPort() + " (bridge.kiosk-listen)",
                    "ss -ltnp");
        }
    }

    @Test
    void saysThatTheBridgeWasTurnedAway() {
        Dismissal.in(Site.folderIn(data), CLOCK).note();

        assertFinding(only(examination().process(), "fleet"), State.FAILED, "turned this bridge away", "join again");
    }
}
