package id.sidik.eligibility.journey;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MessageOrBuilder;
import id.sidik.eligibility.access.AccessRefusedException;
import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.access.Reach;
import id.sidik.eligibility.access.Warrant;
import java.util.Optional;

/** Whether a message of the contract asks for what its caller may touch: by the field that the reach of the caller's role names. */
public final class RequestScope {
    private RequestScope() {}

    /**
     * Refuses a request about somebody else's records. A request that names nobody is refused, too.
     *
     * @throws AccessRefusedException SCOPE_NOT_ALLOWED
     */
    public static void require(Warrant warrant, MessageOrBuilder request) {
        Optional<String> field = warrant.reach().field();
        if (field.isPresent()) {
            warrant.requireNamed((String) request.getField(fieldOf(request.getDescriptorForType(), field.get())));
        }
    }

    /**
     * Checks that a row of the table can be applied to the requests of its method.
     *
     * @throws IllegalStateException when a reach of the row needs a field that they do not have
     */
    public static void requireApplicable(Operation operation, Descriptor request) {
        operation.roles().stream()
                .flatMap(role -> operation.reachOf(role).stream())
                .flatMap(reach -> reach.field().stream())
                .forEach(field -> fieldOf(request, field));
    }

    private static FieldDescriptor fieldOf(Descriptor request, String name) {
        FieldDescriptor field = request.findFieldByName(name);
        if (field == null || field.isRepeated() || field.getJavaType() != FieldDescriptor.JavaType.STRING) {
            throw new IllegalStateException(request.getFullName() + " has no string " + name
                    + ", so nobody can tell whose records it asks for; see " + Reach.class.getName());
        }
        return field;
    }
}
