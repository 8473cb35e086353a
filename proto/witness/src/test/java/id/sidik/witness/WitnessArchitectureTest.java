package id.sidik.witness;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WitnessArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.sidik.witness");

    @Test
    void knowsProofsAndNoService() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "id.sidik.witness..",
                        "id.sidik.wire.proof..",
                        "id.sidik.wire.tlog..",
                        "id.sidik.wire.files..",
                        "id.sidik.wire.config..",
                        "io.helidon..",
                        "picocli..")
                .because("whoever witnesses a log must not depend on those who write it")
                .check(OURS);
    }

    @Test
    void judgesWithoutServerAndCommandLine() {
        noClasses()
                .that()
                .doNotHaveSimpleName("WitnessServer")
                .and()
                .doNotHaveSimpleName("Main")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.helidon..", "picocli..")
                .because("what is cosigned must be readable, and testable, without them")
                .check(OURS);
    }

    @Test
    void timeComesFromOutside() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a test must be able to say when it is")
                .check(OURS);
    }
}
