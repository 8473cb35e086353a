package id.sidik.wire.rpc;

import id.sidik.wire.trust.Role;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which roles may call which method. Complete by construction: a method without an entry stops the start. */
public final class RoleTable {
    private final Map<String, Set<Role>> rolesByMethod;

    private RoleTable(Map<String, Set<Role>> rolesByMethod) {
        this.rolesByMethod = Map.copyOf(rolesByMethod);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The roles that may call a method, by its full name; none for a method that nobody listed. */
    Set<Role> callersOf(String fullMethodName) {
        return rolesByMethod.getOrDefault(fullMethodName, Set.of());
    }

    /**
     * Checks that nothing was forgotten.
     *
     * @throws IllegalStateException naming the methods of {@code services} that have no entry
     */
    void requireComplete(Collection<ServiceDescriptor> services) {
        List<String> unlisted = services.stream()
                .flatMap(service -> service.getMethods().stream())
                .map(MethodDescriptor::getFullMethodName)
                .filter(method -> !rolesByMethod.containsKey(method))
                .sorted()
                .toList();
        if (!unlisted.isEmpty()) {
            throw new IllegalStateException("No roles are listed for " + unlisted);
        }
    }

    /** Collects entries. Health and reflection are open to every role from the start. */
    public static final class Builder {
        private final Map<String, Set<Role>> rolesByMethod = new HashMap<>();

        private Builder() {
            EnumSet<Role> everybody = EnumSet.allOf(Role.class);
            allow(HealthGrpc.getServiceDescriptor(), everybody);
            allow(ServerReflectionGrpc.getServiceDescriptor(), everybody);
        }

        public Builder allow(MethodDescriptor<?, ?> method, Role first, Role... others) {
            return allow(method.getFullMethodName(), EnumSet.of(first, others));
        }

        /** Every method of a service, for the same roles. */
        public Builder allow(ServiceDescriptor service, Set<Role> roles) {
            service.getMethods().forEach(method -> allow(method.getFullMethodName(), roles));
            return this;
        }

        private Builder allow(String fullMethodName, Set<Role> roles) {
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("Nobody could call " + fullMethodName);
            }
            if (rolesByMethod.putIfAbsent(fullMethodName, Set.copyOf(roles)) != null) {
                throw new IllegalArgumentException("Listed twice: " + fullMethodName);
            }
            return this;
        }

        public RoleTable build() {
            return new RoleTable(rolesByMethod);
        }
    }
}
