package id.sidik.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
import id.sidik.engine.template.TemplateAccess;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the engine must never grow into, each rule with its reason. */
class EngineArchitectureTest {
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.sidik.engine");

    @Test
    void packagesFormNoCycle() {
        check(slices().matching("id.sidik.engine.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that can be read alone fits in the head"));
    }

    @Test
    void openCvEntersThroughTheNormaliser() {
        check(noClasses()
                .that(areNot("ImageNormaliser"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .because("native memory that one class allocates is native memory that one class frees"));
    }

    @Test
    void sourceAfisStaysBehindItsWrappers() {
        check(noClasses()
                .that(areNot("SourceAfisExtractor", "SourceAfisComparator"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.machinezoo.sourceafis..")
                .because("a better extractor or comparator must be able to take its place"));
    }

    @Test
    void fingerprintIoStaysBehindTheWriterOfRecords() {
        check(noClasses()
                .that(areNot("MinutiaeRecordWriter"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.machinezoo.fingerprintio..")
                .because("its mutable models of four standards are nothing that the engine should think in"));
    }

    @Test
    void jnbisStaysBehindWsqFile() {
        check(noClasses()
                .that(areNot("WsqFile"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jnbis..")
                .because("it believes its input, and WsqFile does not"));
    }

    @Test
    void imageReadersStayBehindRasterFile() {
        check(noClasses()
                .that(areNot("RasterFile"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.imageio..")
                .because("what the readers of the JDK throw is contained in one place"));
    }

    @Test
    void vectorsStayInTheKernel() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("..kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .because("the module may be absent, and each vector loop needs a scalar twin that it is held against"));
    }

    @Test
    void templateBytesHaveFewReaders() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..interchange..", "..template..", "..comparison..", "..extraction..", "..gallery..")
                .should()
                .callMethod(TemplateAccess.class, "get")
                .because("a template is a secret: whoever reads its bytes is listed here"));
    }

    @Test
    void knowsNothingOfNetworksStorageAndThreadState() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.file..", "io.grpc..", "org.rocksdb..", "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .because("the engine is a pure library: images and templates in, answers out"));
    }

    @Test
    void effectsEnterThroughConstructors() {
        check(noClasses()
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
                .because("the same input must give the same answer in every test"));
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
        rule.check(ENGINE);
    }

    private static DescribedPredicate<JavaClass> areNot(String... simpleNames) {
        String alternatives = String.join("|", simpleNames);
        return DescribedPredicate.describe(
                "are not " + alternatives, type -> !type.getName().matches(".*\\.(" + alternatives + ")(\\$.*)?"));
    }
}
