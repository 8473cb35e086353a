package id.sidik.eligibility.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collection;

/**
 * Compiles expressions of rules: every name and type is checked, and nothing that could loop is known. The macros that CEL has for lists
 * ({@code all}, {@code map}) are left out, so that the cost of an expression is bounded by its length.
 */
final class Expressions {
    /** No rule that a person can check is longer. */
    static final int SOURCE_CHARS_MAX = 1_000;

    private static final int DEPTH_MAX = 32;
    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(SOURCE_CHARS_MAX)
            .maxParseRecursionDepth(DEPTH_MAX)
            .enableComprehension(false)
            .build();

    private final CelCompiler compiler;
    private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(PolicyFunctions.bindings())
            .build();

    /** @param figures that expressions may name */
    Expressions(Collection<String> figures) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .addFunctionDeclarations(PolicyFunctions.declarations().toArray(CelFunctionDecl[]::new))
                .addVar(Scope.DAY, SimpleType.TIMESTAMP);
        for (Fact fact : Fact.values()) {
            builder.addVar(fact.factName(), type(fact.type()));
            builder.addVar(Scope.KNOWN + fact.factName(), SimpleType.BOOL);
        }
        figures.forEach(figure -> builder.addVar(Scope.FIGURE + figure, SimpleType.INT));
        compiler = builder.build();
    }

    private static CelType type(FactType type) {
        return switch (type) {
            case TEXT -> SimpleType.STRING;
            case FLAG -> SimpleType.BOOL;
            case NUMBER -> SimpleType.INT;
            case DATE -> SimpleType.TIMESTAMP;
            case MONTHS -> PolicyFunctions.MONTHS;
        };
    }

    /** @throws IllegalArgumentException saying what is wrong, and where */
    Expression condition(String source) {
        return compiled(source, SimpleType.BOOL);
    }

    /** Likewise. */
    Expression number(String source) {
        return compiled(source, SimpleType.INT);
    }

    /** Likewise. */
    Expression day(String source) {
        return compiled(source, SimpleType.TIMESTAMP);
    }

    private Expression compiled(String source, CelType wanted) {
        try {
            CelAbstractSyntaxTree tree = compiler.compile(source).getAst();
            if (!tree.getResultType().equals(wanted)) {
                throw new IllegalArgumentException(
                        "gives " + tree.getResultType().name() + ", and " + wanted.name() + " is needed");
            }
            return new Expression(source, tree, runtime.createProgram(tree));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }
}
