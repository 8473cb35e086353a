package id.sidik.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import id.sidik.engine.template.TemplateAccess;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the benchmarks must never grow into, each rule with its reason. Those that play clients are freer. */
class BenchmarksArchitectureTest {
    private static final String[] CLIENTS = {
        "id.sidik.benchmarks.killstorm..",
        "id.sidik.benchmarks.load..",
        "id.sidik.benchmarks.offlinestorm..",
        "id.sidik.benchmarks.province.."
    };
    private static final JavaClasses BENCHMARKS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("jmh_generated"))
            .importPackages("id.sidik.benchmarks");

    @Test
    void packagesFormNoCycle() {
        check(slices().matching("id.sidik.benchmarks.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a measurement that can be read alone can be believed"));
    }

    @Test
    void sourceAfisIsTheBaselineOnly() {
        check(noClasses()
                .that()
                .doNotHaveSimpleName("BareSourceAfis")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.machinezoo.sourceafis..")
                .because("whatever is measured is measured on both engines through one interface"));
    }

    @Test
    void ratesArePureArithmetic() {
        check(noClasses()
                .that()
                .resideInAPackage("id.sidik.benchmarks.rates..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("id.sidik.benchmarks.rates..", "java.lang..", "java.util..", "org.jspecify..")
                .because("what an error rate is must be checkable by hand"));
    }

    @Test
    void figuresAndPicturesComeFromSeeds() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(CLIENTS)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callConstructor(Random.class)
                .because("a figure that nobody can print again is no figure"));
    }

    @Test
    void nobodyPrintsPastTheCommandLine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(CLIENTS)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("tests read what a command says from the command"));
    }

    @Test
    void templatesStayShut() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(CLIENTS)
                .should()
                .callMethod(TemplateAccess.class, "get")
                .because("a template is a secret, and measuring needs none of its bytes"));
    }

    @Test
    void classesAreNamedForWhatTheyAre() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Constants)")
                .because("such a name says that nobody knew what the class is"));
    }

    private static void check(ArchRule rule) {
        rule.check(BENCHMARKS);
    }
}
