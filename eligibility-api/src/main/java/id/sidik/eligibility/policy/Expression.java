package id.sidik.eligibility.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.util.Optional;

/**
 * A CEL expression, compiled once and evaluated by any number of threads. It can neither loop nor call anything that is not in
 * {@link PolicyFunctions}: an evaluation costs at most its length.
 */
public final class Expression {
    private final String source;
    private final CelAbstractSyntaxTree tree;
    private final CelRuntime.Program program;

    Expression(String source, CelAbstractSyntaxTree tree, CelRuntime.Program program) {
        this.source = source;
        this.tree = tree;
        this.program = program;
    }

    /** As its author wrote it. */
    public String source() {
        return source;
    }

    CelAbstractSyntaxTree tree() {
        return tree;
    }

    /** Empty where a fact or a figure that matters is missing, or where the computation has no result. */
    Optional<Object> evaluate(Scope scope) {
        try {
            Object value = program.eval(scope);
            return value instanceof CelUnknownSet ? Optional.empty() : Optional.of(value);
        } catch (CelEvaluationException e) {
            return Optional.empty(); // an expected outcome: whoever asks has to do without
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && expression.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
