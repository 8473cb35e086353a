package id.sidik.bridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.fazecast.jSerialComm.SerialPort;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the bridge must never grow into, each rule with its reason. */
class BridgeArchitectureTest {
    private static final JavaClasses BRIDGE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/id/sidik/bridge/v1/")) // generated, in another module
            .importPackages("id.sidik.bridge");

    /** Everything between the line and the screen; what is left of the module is an edge. */
    private static final String[] SCANNER_SIDE = {
        "id.sidik.bridge.link..",
        "id.sidik.bridge.frame..",
        "id.sidik.bridge.scanner..",
        "id.sidik.bridge.session..",
        "id.sidik.bridge.emulator..",
        "id.sidik.bridge.fprint.."
    };

    /** Where time and chance come through constructors. */
    private static final String[] TIMELESS = Stream.concat(
                    Stream.of(SCANNER_SIDE),
                    Stream.of("id.sidik.bridge.offline..", "id.sidik.bridge.journal..", "id.sidik.bridge.site.."))
            .toArray(String[]::new);

    @Test
    void packagesFormNoCycle() {
        check(slices().matching("id.sidik.bridge.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that can be read alone fits in the head"));
    }

    @Test
    void jSerialCommStaysBehindSerialLink() {
        check(noClasses()
                .that(areNot("SerialLink"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fazecast..")
                .because("its traps are many, and each is closed in one place"));
    }

    @Test
    void foreignFunctionsStayInTheEmulatorAndTheReadersProcess() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("id.sidik.bridge.emulator..", "id.sidik.bridge.fprint.child..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.foreign..")
                .because("a wrong call ends the process, so no process that serves people makes one"));
    }

    @Test
    void theReadersProcessIsNeverPartOfTheBridge() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("id.sidik.bridge.fprint.child..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("id.sidik.bridge.fprint.child..")
                .because("its crashes must stay its own"));
    }

    /** It would run sudo, add the user to groups and open device nodes to everybody. */
    @Test
    void nobodyAsksTheSerialLibraryForMorePermissions() {
        check(noClasses()
                .should()
                .callMethod(SerialPort.class, "allowElevatedPermissionsRequest")
                .because("rights are given by an administrator, with the udev rule that we ship"));
    }

    @Test
    void encryptionStaysInTheVault() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("id.sidik.bridge.vault..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.crypto..")
                .because("whoever can reach a key is listed in one package"));
    }

    @Test
    void whatIsAnsweredOfflineIsPure() {
        check(classes()
                .that()
                .resideInAPackage("id.sidik.bridge.offline..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "id.sidik.bridge.offline..",
                        "id.sidik.engine.template..",
                        "java..",
                        "javax.crypto..",
                        "org.jspecify..")
                .because("bounds on risk must be readable, and testable, without files, networks or keys"));
    }

    @Test
    void framesKnowNothingButBytes() {
        check(classes()
                .that()
                .resideInAPackage("id.sidik.bridge.frame..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("id.sidik.bridge.frame..", "java.util..", "java.lang..", "org.jspecify..")
                .because("the reader faces hostile bytes, and must be easy to test with all of them"));
    }

    @Test
    void scannerSideIsPlainJava() {
        check(classes()
                .that()
                .resideInAnyPackage("id.sidik.bridge.frame..", "id.sidik.bridge.scanner..", "id.sidik.bridge.session..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "id.sidik.bridge.link..",
                        "id.sidik.bridge.frame..",
                        "id.sidik.bridge.scanner..",
                        "id.sidik.bridge.session..",
                        "id.sidik.engine..",
                        "java..",
                        "org.jspecify..")
                .because("a capture must not depend on how anybody is told about it"));
    }

    @Test
    void scannerSideDoesNotKnowItsCallers() {
        check(noClasses()
                .that()
                .resideInAnyPackage(SCANNER_SIDE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.grpc..", "io.helidon..", "com.google..", "id.sidik.wire..", "picocli..", "org.slf4j..")
                .because("contracts, logs and screens belong to the edges, and prints must reach none of them"));
    }

    @Test
    void gRpcStaysAtItsEdges() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "id.sidik.bridge.rpc..", "id.sidik.bridge.uplink..", "id.sidik.bridge.console..")
                .and(areNot("BridgeProcess"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.grpc..")
                .because("a change of transport must stop at the edge"));
    }

    @Test
    void helidonStaysAtItsEdges() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("id.sidik.bridge.http..", "id.sidik.bridge.facade..", "id.sidik.bridge.rpc..")
                .and(areNot("BridgeProcess", "ScannerProfiles"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.helidon..")
                .because("a change of web server must stop at the edge"));
    }

    @Test
    void joseStaysInTheFacadeWhoseContractNamesIt() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("id.sidik.bridge.facade.sbi..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.nimbusds..")
                .because("our own captures and receipts are signed in other ways"));
    }

    @Test
    void facadesDoNotKnowOneAnother() {
        check(slices().matching("id.sidik.bridge.facade.(*)..")
                .should()
                .notDependOnEachOther()
                .because("each can be taken away when nobody speaks its contract any more"));
    }

    @Test
    void effectsEnterThroughConstructors() {
        check(noClasses()
                .that()
                .resideInAnyPackage(TIMELESS)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callConstructor(Random.class)
                .because("a capture of thirty seconds must be tested in none"));
    }

    @Test
    void classesAreNamedForWhatTheyAre() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Constants)")
                .because("such a name says that nobody knew what the class is"));
    }

    @Test
    void recordsHoldNoByteArrays() {
        check(classes()
                .that()
                .areRecords()
                .should(new ArchCondition<>("have no byte[] component") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (JavaField field : type.getFields()) {
                            boolean isBytes = field.getRawType().isEquivalentTo(byte[].class);
                            events.add(
                                    new SimpleConditionEvent(field, !isBytes, field.getDescription() + " is byte[]"));
                        }
                    }
                })
                .because("arrays are mutable and compared by identity, and a record's toString would print them"));
    }

    private static void check(ArchRule rule) {
        rule.check(BRIDGE);
    }

    private static DescribedPredicate<JavaClass> areNot(String... simpleNames) {
        String alternatives = String.join("|", simpleNames);
        return DescribedPredicate.describe(
                "are not " + alternatives, type -> !type.getName().matches(".*\\.(" + alternatives + ")(\\$.*)?"));
    }
}
