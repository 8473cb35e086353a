package id.sidik.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/**
 * HAPI FHIR's validator with the definitions of R4 and nothing from the network. SATUSEHAT's profiles, which it does not have, it names as
 * unknown and judges by the base resource.
 */
final class FhirJudge {
    private static final Set<ResultSeverityEnum> FAULTS =
            EnumSet.of(ResultSeverityEnum.ERROR, ResultSeverityEnum.FATAL);

    private final FhirValidator validator;

    FhirJudge() {
        FhirContext r4 = FhirContext.forR4();
        FhirInstanceValidator instances = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(r4),
                new CommonCodeSystemsTerminologyService(r4),
                new InMemoryTerminologyServerValidationSupport(r4)));
        instances.setErrorForUnknownProfiles(false);
        validator = r4.newValidator().registerValidatorModule(instances);
    }

    void assertValid(String json) {
        assertThat(validator.validateWithResult(json).getMessages())
                .filteredOn(message -> FAULTS.contains(message.getSeverity()))
                .extracting(message -> message.getLocationString() + ": " + message.getMessage())
                .as("HAPI FHIR on %s", json)
                .isEmpty();
    }
}
