package id.sidik.wire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WireArchitectureTest {
    private static final JavaClasses WIRE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.sidik.wire");

    @Test
    void packagesFormNoCycle() {
        slices().matching("id.sidik.wire.(*)..")
                .should()
                .beFreeOfCycles()
                .because("one can read trust without rpc, and config without either")
                .check(WIRE);
    }

    @Test
    void certificatesAreMadeInTrustAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..trust")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bouncycastle..")
                .because("whoever reviews how keys are made and read has one package to read")
                .check(WIRE);
    }

    @Test
    void helidonIsUsedToReadSettingsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..config")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.helidon..")
                .because("the matcher speaks gRPC without Helidon; only its YAML reader is shared")
                .check(WIRE);
    }

    @Test
    void grpcStaysOutOfSettingsAndProcesses() {
        noClasses()
                .that()
                .resideInAnyPackage("..config", "..process")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.grpc..")
                .because("settings and process life concern programs that serve nothing, too")
                .check(WIRE);
    }

    @Test
    void timeAndChanceComeFromOutside() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .because("a test must be able to choose them")
                .check(WIRE);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Constants)")
                .because("such a name says nothing of what the class owns")
                .check(WIRE);
    }
}
