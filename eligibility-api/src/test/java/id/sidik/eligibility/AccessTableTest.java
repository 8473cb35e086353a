package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.access.Reach;
import id.sidik.eligibility.http.HttpEdge;
import id.sidik.eligibility.journey.Counter;
import id.sidik.eligibility.rpc.RpcEdge;
import id.sidik.wire.trust.Role;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of who may call what against everything that can be called, and as people read it. */
class AccessTableTest {
    private static final Path PRINTED = Path.of("..", "docs", "who-may-call-what.md");
    private static final Path PROPOSED = Path.of("target", "who-may-call-what.md");
    /** Roles of processes, which the table gives nothing of its own. */
    private static final Set<Role> COLUMNS =
            EnumSet.complementOf(EnumSet.of(Role.MATCHER, Role.ELIGIBILITY, Role.CLIENT));

    private static final Map<String, String> CONTRACT_METHODS = contractMethods();

    @TempDir
    private Path folder;

    private Counter counter;
    private Map<String, Operation> routes;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
        routes = new HttpEdge(
                        counter.journeys,
                        counter.store,
                        counter.matcher,
                        counter.access,
                        counter.callLimit,
                        System::nanoTime)
                .routes();
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void everyMethodOfTheContractsHasARow() {
        assertThat(CONTRACT_METHODS)
                .isNotEmpty()
                .allSatisfy((name, method) -> assertThat(Operation.ofMethod(method))
                        .as("a row for %s", name)
                        .isPresent());
    }

    @Test
    void everyServiceOfTheContractsIsServed() {
        assertThat(servedMethods()).containsExactlyInAnyOrderElementsOf(CONTRACT_METHODS.keySet());
    }

    /** Two methods of one name would share a row that was written for one of them. */
    @Test
    void noTwoMethodsShareARow() {
        assertThat(CONTRACT_METHODS.values()).doesNotHaveDuplicates();
    }

    @Test
    void everyRowIsOfSomethingThatCanBeCalled() {
        Set<Operation> callable = EnumSet.copyOf(routes.values());
        CONTRACT_METHODS
                .values()
                .forEach(method -> callable.add(Operation.ofMethod(method).orElseThrow()));

        assertThat(callable).containsExactlyInAnyOrder(Operation.values());
    }

    /** Nobody but the house itself may be let at other people's records: a new row cannot do it by the way. */
    @Test
    void outsidersReachTheirOwnRecordsAlone() {
        Set<Operation> aboutNobody = EnumSet.of(
                Operation.SEE_SERVICE,
                Operation.GET_AUDIT_HEAD,
                Operation.GET_CHECKPOINT,
                Operation.GET_RECEIPT_TRUST,
                Operation.JOIN_FLEET); // the code is asked for, not the caller
        Set<Operation> meant = EnumSet.of(Operation.READ_PATIENT); // a hospital knows nobody before she has come
        for (Operation operation : Operation.values()) {
            for (Role outsider : EnumSet.of(Role.FACILITY, Role.EMPLOYER, Role.MEMBER)) {
                if (!aboutNobody.contains(operation) && !meant.contains(operation)) {
                    assertThat(operation.reachOf(outsider))
                            .as("%s by %s", operation, outsider)
                            .isNotEqualTo(Optional.of(Reach.EVERYWHERE));
                }
            }
        }
    }

    @Test
    void theDocumentIsTheTable() throws IOException {
        String table = document();
        Files.createDirectories(Path.of("target"));
        Files.writeString(PROPOSED, table);

        assertThat(PRINTED)
                .as("docs/who-may-call-what.md; if the change is meant, copy eligibility-api/%s there", PROPOSED)
                .hasContent(table);
    }

    private String document() {
        StringBuilder text = new StringBuilder("""
                # Who may call what

                Printed from the table in the code (`eligibility-api`, `access/Operation.java`) by `AccessTableTest`, which fails when
                the two differ, or when a gRPC method or a REST route has no row. What is not listed is refused and written into the audit.

                A certificate shows the roles bridge, operator and auditor; an access token shows operator, auditor, facility, employer,
                member and claims, and says which facility, employer or member its holder is (`docs/howto/connect-a-hospital.md`).
                *own …* means that the request must name that one. *certificate* means that a token does not help. *joined* is a bridge that
                joined with a code (`docs/howto/join-a-bridge.md`): its certificate names its facility.

                """);
        List<String> head = new ArrayList<>(List.of("operation", "gRPC method", "REST route"));
        COLUMNS.forEach(role -> head.add(role.label()));
        line(text, head);
        line(text, head.stream().map(_ -> "---").toList());
        for (Operation operation : Operation.values()) {
            List<String> cells = new ArrayList<>(List.of(
                    operation.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    methodsOf(operation),
                    routesOf(operation)));
            COLUMNS.forEach(role -> cells.add(cell(operation, role)));
            line(text, cells);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String cell(Operation operation, Role role) {
        String narrower = role == Role.BRIDGE
                ? operation
                        .reachOfJoinedBridge()
                        .map(reach -> ", joined: " + reach)
                        .orElse("")
                : "";
        return operation
                .reachOf(role)
                .map(reach -> (operation.certificateAlone() ? "certificate" : reach.toString()) + narrower)
                .orElse("–");
    }

    private static String methodsOf(Operation operation) {
        return CONTRACT_METHODS.entrySet().stream()
                .filter(method -> Operation.ofMethod(method.getValue()).equals(Optional.of(operation)))
                .map(method -> "`" + method.getKey().replaceFirst("^sidik\\.eligibility\\.v1\\.", "") + "`")
                .collect(Collectors.joining("<br>"));
    }

    private String routesOf(Operation operation) {
        return routes.entrySet().stream()
                .filter(route -> route.getValue() == operation)
                .map(route -> "`" + route.getKey() + "`")
                .collect(Collectors.joining("<br>"));
    }

    /** Bare names by full names of all methods that our contracts have, served or not. */
    private static Map<String, String> contractMethods() {
        return new ClassFileImporter()
                .importPackages("id.sidik.eligibility.v1").stream()
                        .filter(type -> type.getSimpleName().endsWith("Grpc"))
                        .map(AccessTableTest::descriptor)
                        .map(ServiceDescriptor::getMethods)
                        .flatMap(Collection::stream)
                        .collect(Collectors.toMap(
                                MethodDescriptor::getFullMethodName,
                                method -> String.valueOf(method.getBareMethodName()),
                                (first, _) -> first,
                                TreeMap::new));
    }

    private static ServiceDescriptor descriptor(JavaClass grpc) {
        try {
            return (ServiceDescriptor)
                    grpc.reflect().getMethod("getServiceDescriptor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("what gRPC generates has a descriptor: " + grpc.getName(), e);
        }
    }

    private List<String> servedMethods() {
        return RpcEdge.services(counter.journeys, System::nanoTime).stream()
                .map(service -> service.bindService())
                .map(ServerServiceDefinition::getServiceDescriptor)
                .flatMap(service -> service.getMethods().stream())
                .map(MethodDescriptor::getFullMethodName)
                .toList();
    }
}
