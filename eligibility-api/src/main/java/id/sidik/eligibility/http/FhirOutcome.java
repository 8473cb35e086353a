package id.sidik.eligibility.http;

import id.sidik.eligibility.fhir.Issue;
import id.sidik.eligibility.fhir.Issue.Kind;
import id.sidik.eligibility.fhir.OperationOutcome;
import id.sidik.eligibility.fhir.UnfitResourceException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Problems as FHIR says them, for what lies under {@link FhirApi#BASE}. */
final class FhirOutcome {
    private FhirOutcome() {}

    static boolean concerns(String path) {
        return path.equals(FhirApi.BASE) || path.startsWith(FhirApi.BASE + "/");
    }

    /** With everything that is wrong with a resource, if that was it. */
    static byte[] json(Problem problem, Throwable failure) {
        return failure instanceof UnfitResourceException unfit ? json(unfit.issues()) : json(problem);
    }

    static byte[] json(Problem problem) {
        return json(List.of(Issue.of(kindOf(problem.status().code()), problem.reason(), problem.detail())));
    }

    private static byte[] json(List<Issue> issues) {
        return OperationOutcome.of(issues).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Kind kindOf(int status) {
        return switch (status) {
            case 401 -> Kind.LOGIN;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 405, 406, 415 -> Kind.NOT_SUPPORTED;
            case 409 -> Kind.DUPLICATE;
            case 413 -> Kind.TOO_LONG;
            case 422 -> Kind.VALUE;
            case 429 -> Kind.THROTTLED;
            case 503 -> Kind.TRANSIENT;
            default -> status < 500 ? Kind.STRUCTURE : Kind.EXCEPTION;
        };
    }
}
