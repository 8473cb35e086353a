package id.sidik.contracts;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto.ReservedRange;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto.EnumReservedRange;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What may not change between two versions of our contracts, so that programs built against the older one go on working: nothing is
 * removed without a reserve, renumbered, retyped, renamed, or given a number or name that meant something else.
 */
final class WireCompatibility {
    private static final String OUR_PACKAGES = "sidik.";

    private final Map<String, DescriptorProto> messages = new LinkedHashMap<>();
    private final Map<String, EnumDescriptorProto> enums = new LinkedHashMap<>();
    private final Map<String, ServiceDescriptorProto> services = new LinkedHashMap<>();

    private WireCompatibility(FileDescriptorSet set) {
        for (FileDescriptorProto file : set.getFileList()) {
            if (file.getPackage().startsWith(OUR_PACKAGES)) {
                String prefix = file.getPackage() + ".";
                file.getMessageTypeList().forEach(message -> index(prefix, message));
                file.getEnumTypeList().forEach(type -> enums.put(prefix + type.getName(), type));
                file.getServiceList().forEach(service -> services.put(prefix + service.getName(), service));
            }
        }
    }

    private void index(String prefix, DescriptorProto message) {
        String name = prefix + message.getName();
        messages.put(name, message);
        message.getNestedTypeList().forEach(nested -> index(name + ".", nested));
        message.getEnumTypeList().forEach(nested -> enums.put(name + "." + nested.getName(), nested));
    }

    /** Each broken promise in a sentence; empty when {@code current} can take the place of {@code kept}. */
    static List<String> violations(FileDescriptorSet kept, FileDescriptorSet current) {
        WireCompatibility before = new WireCompatibility(kept);
        WireCompatibility after = new WireCompatibility(current);
        List<String> violations = new ArrayList<>();
        compare(before.messages, after.messages, violations, WireCompatibility::compareMessages);
        compare(before.enums, after.enums, violations, WireCompatibility::compareEnums);
        compare(before.services, after.services, violations, WireCompatibility::compareServices);
        return violations;
    }

    @FunctionalInterface
    private interface Rule<T> {
        void check(String name, T before, T after, List<String> violations);
    }

    private static <T> void compare(
            Map<String, T> before, Map<String, T> after, List<String> violations, Rule<T> rule) {
        before.forEach((name, old) -> {
            T now = after.get(name);
            if (now == null) {
                violations.add(name + " is gone");
            } else {
                rule.check(name, old, now, violations);
            }
        });
    }

    private static void compareMessages(
            String name, DescriptorProto before, DescriptorProto after, List<String> violations) {
        Map<Integer, FieldDescriptorProto> fields = byKey(after.getFieldList(), FieldDescriptorProto::getNumber);
        for (FieldDescriptorProto old : before.getFieldList()) {
            FieldDescriptorProto now = fields.get(old.getNumber());
            String field = name + "." + old.getName() + " = " + old.getNumber();
            if (now != null && !shapeOf(before, old).equals(shapeOf(after, now))) {
                violations.add(field + " was " + shapeOf(before, old) + " and is " + shapeOf(after, now));
            } else if (now == null
                    && !(isReserved(after, old.getNumber())
                            && after.getReservedNameList().contains(old.getName()))) {
                violations.add(field + " is gone, and its number and name are not both reserved");
            }
        }
        for (ReservedRange range : before.getReservedRangeList()) {
            for (int number = range.getStart(); number < range.getEnd(); number++) {
                if (!isReserved(after, number)) {
                    violations.add(name + " no longer reserves " + number);
                }
            }
        }
        releasedNames(name, before.getReservedNameList(), after.getReservedNameList(), violations);
    }

    private static boolean isReserved(DescriptorProto message, int number) {
        return message.getReservedRangeList().stream()
                .anyMatch(range -> number >= range.getStart() && number < range.getEnd());
    }

    /** Everything of a field that a reader of its bytes, or of its JSON, depends on. */
    private static String shapeOf(DescriptorProto message, FieldDescriptorProto field) {
        String choice = field.hasOneofIndex()
                ? " in oneof " + message.getOneofDecl(field.getOneofIndex()).getName()
                : "";
        return field.getLabel() + " " + field.getType() + " " + field.getTypeName() + " " + field.getName() + choice;
    }

    private static void compareEnums(
            String name, EnumDescriptorProto before, EnumDescriptorProto after, List<String> violations) {
        Map<Integer, EnumValueDescriptorProto> values =
                byKey(after.getValueList(), EnumValueDescriptorProto::getNumber);
        for (EnumValueDescriptorProto old : before.getValueList()) {
            EnumValueDescriptorProto now = values.get(old.getNumber());
            String value = name + "." + old.getName() + " = " + old.getNumber();
            if (now != null && !now.getName().equals(old.getName())) {
                violations.add(value + " is now called " + now.getName());
            } else if (now == null
                    && !(isReserved(after, old.getNumber())
                            && after.getReservedNameList().contains(old.getName()))) {
                violations.add(value + " is gone, and its number and name are not both reserved");
            }
        }
        for (EnumReservedRange range : before.getReservedRangeList()) {
            if (!isReserved(after, range.getStart()) || !isReserved(after, range.getEnd())) {
                violations.add(name + " no longer reserves " + range.getStart() + " to " + range.getEnd());
            }
        }
        releasedNames(name, before.getReservedNameList(), after.getReservedNameList(), violations);
    }

    /** Unlike those of messages, ranges of enums include their end. */
    private static boolean isReserved(EnumDescriptorProto type, int number) {
        return type.getReservedRangeList().stream()
                .anyMatch(range -> number >= range.getStart() && number <= range.getEnd());
    }

    private static void releasedNames(String name, List<String> before, List<String> after, List<String> violations) {
        before.stream()
                .filter(reserved -> !after.contains(reserved))
                .forEach(reserved -> violations.add(name + " no longer reserves " + reserved));
    }

    private static void compareServices(
            String name, ServiceDescriptorProto before, ServiceDescriptorProto after, List<String> violations) {
        Map<String, MethodDescriptorProto> methods = byKey(after.getMethodList(), MethodDescriptorProto::getName);
        for (MethodDescriptorProto old : before.getMethodList()) {
            MethodDescriptorProto now = methods.get(old.getName());
            if (now == null) {
                violations.add(name + "/" + old.getName() + " is gone");
            } else if (!shapeOf(old).equals(shapeOf(now))) {
                violations.add(name + "/" + old.getName() + " was " + shapeOf(old) + " and is " + shapeOf(now));
            }
        }
    }

    private static String shapeOf(MethodDescriptorProto method) {
        return (method.getClientStreaming() ? "stream " : "") + method.getInputType() + " -> "
                + (method.getServerStreaming() ? "stream " : "") + method.getOutputType();
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity(), (first, alias) -> first));
    }
}
