package id.sidik.eligibility;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final String ROOT = "id.sidik.eligibility";

    private static final String[] DOMAIN = Stream.of(
                    "nid",
                    "member",
                    "contribution",
                    "employer",
                    "decision",
                    "policy",
                    "presence",
                    "fallback",
                    "lockout",
                    "claim",
                    "visit",
                    "facility",
                    "records",
                    "report",
                    "sitepack",
                    "fleet",
                    "province")
            .map(HouseRulesTest::in)
            .toArray(String[]::new);

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT)
            .that(new DescribedPredicate<>("written by us") {
                @Override
                public boolean test(JavaClass type) {
                    return !type.getPackageName().startsWith(ROOT + ".v1"); // generated from the contract
                }
            });

    @Test
    void domainIsPure() {
        classes()
                .that()
                .resideInAnyPackage(DOMAIN)
                .and()
                .resideOutsideOfPackage(in("policy")) // held to less, below
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(Stream.of(DOMAIN), Stream.of("java..", "javax.crypto..", "org.jspecify.."))
                                .toArray(String[]::new))
                .because("rules about people must be readable, and testable, without a server or a database")
                .check(OURS);
    }

    @Test
    void policyIsPureButForItsLanguages() {
        classes()
                .that()
                .resideInAPackage(in("policy"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(
                                Stream.of(DOMAIN),
                                Stream.of(
                                        "java..",
                                        "org.jspecify..",
                                        "dev.cel..",
                                        "com.google.protobuf..",
                                        "com.fasterxml.jackson.."))
                        .toArray(String[]::new))
                .because("rules are YAML and CEL, and a decision needs neither a server nor a database")
                .check(OURS);
    }

    @Test
    void celStaysInThePolicy() {
        onlyIn("dev.cel..", "an expression has one meaning, and one place that bounds it", in("policy"));
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("what depends on itself cannot be understood one piece at a time")
                .check(OURS);
    }

    @Test
    void rocksDbStaysInTheStore() {
        onlyIn("org.rocksdb..", "native code has one owner, which knows when it is closed", in("store"));
    }

    @Test
    void grpcStaysAtTheEdges() {
        onlyIn(
                "io.grpc..",
                "status codes are words of an edge, not of the rules",
                in("rpc"),
                in("matching"),
                in("console"),
                ROOT);
    }

    @Test
    void helidonStaysWithRest() {
        onlyIn("io.helidon..", "a server can be exchanged; the rules cannot", in("http"));
    }

    @Test
    void encryptionStaysWithTheKeysAndTheStore() {
        onlyIn("com.google.crypto.tink..", "whoever can decrypt must be easy to find", in("keys"), in("store"));
        onlyIn("org.bouncycastle..", "key files have one reader", in("keys"));
    }

    @Test
    void tokensStayWithAccess() {
        onlyIn("com.nimbusds..", "what a token proves is said in one place", in("access"));
    }

    @Test
    void timeAndChanceComeThroughConstructors() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Main")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .accessField(System.class, "out")
                .because("a test must be able to say when it is and what chance decides")
                .check(OURS);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Constants)")
                .because("such a name says only that nobody knew where the code belongs")
                .check(OURS);
    }

    @Test
    void recordsHoldNoByteArrays() {
        fields().that()
                .areDeclaredInClassesThat()
                .areRecords()
                .should()
                .notHaveRawType(byte[].class)
                .because("an array in a record can be changed from outside, and is compared by identity")
                .check(OURS);
    }

    private static void onlyIn(String technology, String reason, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology)
                .because(reason)
                .check(OURS);
    }

    private static String in(String name) {
        return ROOT + "." + name + "..";
    }
}
