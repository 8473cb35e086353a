package id.sidik.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto.ReservedRange;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto.EnumReservedRange;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Today's contracts can take the place of every released one. A release keeps its descriptor set for ever, under a new name:
 *
 * <pre>cp proto/contracts/target/generated-resources/protobuf/descriptor-sets/sidik.protobin \
 *    proto/contracts/src/test/resources/kept/v1-YYYY-MM.protobin</pre>
 *
 * A set that no release has carried yet may be overwritten in the same way.
 */
class WireCompatibilityTest {
    private static final Path CURRENT = Path.of("target/generated-resources/protobuf/descriptor-sets/sidik.protobin");
    private static final Path KEPT = Path.of("src/test/resources/kept");

    static Stream<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(KEPT)) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void programsBuiltAgainstAReleaseGoOnWorking(Path release) throws IOException {
        assertThat(WireCompatibility.violations(read(release), read(CURRENT))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aKeptSetHoldsOurServices(Path release) throws IOException {
        assertThat(read(release).getFileList())
                .flatExtracting(FileDescriptorProto::getServiceList)
                .extracting(ServiceDescriptorProto::getName)
                .contains("MatcherService", "EligibilityService", "BridgeService");
    }

    @Test
    void theSameContractIsCompatible() {
        assertThat(WireCompatibility.violations(contract().build(), contract().build()))
                .isEmpty();
    }

    @Test
    void fieldsValuesMethodsAndTypesMayBeAdded() {
        assertAccepted(file -> {
            file.getMessageTypeBuilder(0).addField(field("added", 9, Type.TYPE_STRING));
            file.getEnumTypeBuilder(0)
                    .addValue(EnumValueDescriptorProto.newBuilder()
                            .setName("ADDED")
                            .setNumber(7));
            file.getServiceBuilder(0).addMethod(method("Added"));
            file.addMessageType(DescriptorProto.newBuilder().setName("Added"));
        });
    }

    @Test
    void aFieldMayGoWhenItsNumberAndNameAreReserved() {
        assertAccepted(file -> file.getMessageTypeBuilder(0)
                .removeField(0)
                .addReservedName("name")
                .addReservedRange(ReservedRange.newBuilder().setStart(1).setEnd(2)));
    }

    @Test
    void refusesAFieldGoneWithoutAReserve() {
        assertRefused(file -> file.getMessageTypeBuilder(0).removeField(0), "Person.name = 1 is gone");
        assertRefused(
                file -> file.getMessageTypeBuilder(0)
                        .removeField(0)
                        .addReservedRange(ReservedRange.newBuilder().setStart(1).setEnd(2)),
                "Person.name = 1 is gone");
    }

    @Test
    void refusesAFieldRenumbered() {
        assertRefused(file -> file.getMessageTypeBuilder(0).getFieldBuilder(0).setNumber(5), "Person.name = 1 is gone");
    }

    @Test
    void refusesAFieldRetyped() {
        assertRefused(
                file -> file.getMessageTypeBuilder(0).getFieldBuilder(0).setType(Type.TYPE_BYTES),
                "TYPE_STRING",
                "TYPE_BYTES");
    }

    @Test
    void refusesAFieldRepeatedWhereItWasNot() {
        assertRefused(
                file -> file.getMessageTypeBuilder(0).getFieldBuilder(0).setLabel(Label.LABEL_REPEATED),
                "LABEL_REPEATED");
    }

    @Test
    void refusesANumberUsedForAnotherName() {
        assertRefused(file -> file.getMessageTypeBuilder(0).getFieldBuilder(0).setName("title"), "Person.name = 1 was");
    }

    @Test
    void refusesAFieldMovedIntoAOneof() {
        assertRefused(
                file -> {
                    file.getMessageTypeBuilder(0)
                            .addOneofDecl(OneofDescriptorProto.newBuilder().setName("choice"));
                    file.getMessageTypeBuilder(0).getFieldBuilder(0).setOneofIndex(0);
                },
                "in oneof choice");
    }

    @Test
    void refusesAReserveTakenBack() {
        assertRefused(file -> file.getMessageTypeBuilder(0).clearReservedRange(), "no longer reserves 3");
        assertRefused(file -> file.getMessageTypeBuilder(0).clearReservedName(), "no longer reserves old_name");
        assertRefused(file -> file.getEnumTypeBuilder(0).clearReservedRange(), "no longer reserves 4 to 5");
        assertRefused(file -> file.getEnumTypeBuilder(0).clearReservedName(), "no longer reserves OLD");
    }

    @Test
    void refusesAMessageOrANestedOneGone() {
        assertRefused(file -> file.removeMessageType(0), "sidik.test.v1.Person is gone");
        assertRefused(file -> file.getMessageTypeBuilder(0).clearNestedType(), "sidik.test.v1.Person.Address is gone");
    }

    @Test
    void refusesAnEnumValueRenamedRenumberedOrGone() {
        assertRefused(file -> file.getEnumTypeBuilder(0).getValueBuilder(1).setName("BLUE"), "is now called BLUE");
        assertRefused(file -> file.getEnumTypeBuilder(0).getValueBuilder(1).setNumber(9), "Colour.RED = 1 is gone");
        assertRefused(file -> file.getEnumTypeBuilder(0).removeValue(1), "Colour.RED = 1 is gone");
        assertRefused(FileDescriptorProto.Builder::clearEnumType, "sidik.test.v1.Colour is gone");
    }

    @Test
    void refusesAMethodGoneRetypedOrNewlyStreamed() {
        assertRefused(file -> file.getServiceBuilder(0).clearMethod(), "Registry/Find is gone");
        assertRefused(
                file -> file.getServiceBuilder(0).getMethodBuilder(0).setOutputType(".sidik.test.v1.Other"),
                "Registry/Find was");
        assertRefused(
                file -> file.getServiceBuilder(0).getMethodBuilder(0).setServerStreaming(true),
                "stream .sidik.test.v1.Person");
        assertRefused(FileDescriptorProto.Builder::clearService, "sidik.test.v1.Registry is gone");
    }

    private static void assertAccepted(Consumer<FileDescriptorProto.Builder> change) {
        assertThat(WireCompatibility.violations(contract().build(), changed(change)))
                .isEmpty();
    }

    private static void assertRefused(Consumer<FileDescriptorProto.Builder> change, String... words) {
        assertThat(WireCompatibility.violations(contract().build(), changed(change)))
                .anySatisfy(violation -> assertThat(violation).contains(words));
    }

    private static FileDescriptorSet changed(Consumer<FileDescriptorProto.Builder> change) {
        FileDescriptorSet.Builder set = contract();
        change.accept(set.getFileBuilder(0));
        return set.build();
    }

    private static FileDescriptorSet.Builder contract() {
        return FileDescriptorSet.newBuilder()
                .addFile(FileDescriptorProto.newBuilder()
                        .setPackage("sidik.test.v1")
                        .addMessageType(DescriptorProto.newBuilder()
                                .setName("Person")
                                .addField(field("name", 1, Type.TYPE_STRING))
                                .addField(field("age", 2, Type.TYPE_UINT32))
                                .addReservedRange(
                                        ReservedRange.newBuilder().setStart(3).setEnd(4))
                                .addReservedName("old_name")
                                .addNestedType(DescriptorProto.newBuilder().setName("Address")))
                        .addEnumType(EnumDescriptorProto.newBuilder()
                                .setName("Colour")
                                .addValue(EnumValueDescriptorProto.newBuilder()
                                        .setName("NONE")
                                        .setNumber(0))
                                .addValue(EnumValueDescriptorProto.newBuilder()
                                        .setName("RED")
                                        .setNumber(1))
                                .addReservedRange(EnumReservedRange.newBuilder()
                                        .setStart(4)
                                        .setEnd(5))
                                .addReservedName("OLD"))
                        .addService(ServiceDescriptorProto.newBuilder()
                                .setName("Registry")
                                .addMethod(method("Find"))));
    }

    private static FieldDescriptorProto.Builder field(String name, int number, Type type) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setType(type)
                .setLabel(Label.LABEL_OPTIONAL);
    }

    private static MethodDescriptorProto.Builder method(String name) {
        return MethodDescriptorProto.newBuilder()
                .setName(name)
                .setInputType(".sidik.test.v1.Person")
                .setOutputType(".sidik.test.v1.Person");
    }

    private static FileDescriptorSet read(Path file) throws IOException {
        return FileDescriptorSet.parseFrom(Files.readAllBytes(file));
    }
}
