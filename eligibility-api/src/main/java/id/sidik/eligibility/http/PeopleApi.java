package id.sidik.eligibility.http;

import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.v1.AddDependantRequest;
import id.sidik.eligibility.v1.BeginRegistrationRequest;
import id.sidik.eligibility.v1.ChangeMemberStatusRequest;
import id.sidik.eligibility.v1.CompareCasePrintsRequest;
import id.sidik.eligibility.v1.CompleteRegistrationRequest;
import id.sidik.eligibility.v1.DecideAdjudicationCaseRequest;
import id.sidik.eligibility.v1.DescribeApplicantRequest;
import id.sidik.eligibility.v1.EndCardRequest;
import id.sidik.eligibility.v1.EndDependantRequest;
import id.sidik.eligibility.v1.EndEmploymentRequest;
import id.sidik.eligibility.v1.GetAccountRequest;
import id.sidik.eligibility.v1.GetAdjudicationCaseRequest;
import id.sidik.eligibility.v1.GetEmployerRequest;
import id.sidik.eligibility.v1.GetImportRequest;
import id.sidik.eligibility.v1.GetMemberFileRequest;
import id.sidik.eligibility.v1.GetMemberRequest;
import id.sidik.eligibility.v1.ImportRowsRequest;
import id.sidik.eligibility.v1.ListDecidedCasesRequest;
import id.sidik.eligibility.v1.ListEmployersRequest;
import id.sidik.eligibility.v1.ListWorkersRequest;
import id.sidik.eligibility.v1.OpenAdjudicationCaseRequest;
import id.sidik.eligibility.v1.PostContributionRequest;
import id.sidik.eligibility.v1.PutEmployerRequest;
import id.sidik.eligibility.v1.ReconcileChannelDayRequest;
import id.sidik.eligibility.v1.RecordCardRequest;
import id.sidik.eligibility.v1.RecordConsentRequest;
import id.sidik.eligibility.v1.ReportEmploymentRequest;
import id.sidik.eligibility.v1.SimulateBenefitRequest;
import id.sidik.eligibility.v1.SplitMemberRequest;
import id.sidik.eligibility.v1.UpdateProfileRequest;
import io.helidon.http.Method;
import java.util.List;
import java.util.stream.Stream;

/** Registration in steps, what is known of members and employers, adjudication, payments and bulk: each route is a call of the contract. */
final class PeopleApi {
    private final Journeys journeys;
    private final JourneyCall calls;

    PeopleApi(Journeys journeys, Callers callers) {
        this.journeys = journeys;
        this.calls = new JourneyCall(callers);
    }

    List<Endpoint> endpoints() {
        return Stream.of(registrations(), members(), employers(), adjudication(), payments(), imports())
                .flatMap(List::stream)
                .toList();
    }

    private List<Endpoint> registrations() {
        return List.of(
                new Endpoint(
                        Method.POST,
                        "/v1/registrations",
                        Operation.BEGIN_REGISTRATION,
                        calls.write(
                                BeginRegistrationRequest::newBuilder,
                                (message, caller) -> journeys.registration().begin(message.build(), caller))),
                new Endpoint(
                        Method.PUT,
                        "/v1/registrations/{registrationId}/applicant",
                        Operation.DESCRIBE_APPLICANT,
                        calls.write(
                                DescribeApplicantRequest::newBuilder,
                                (message, caller) -> journeys.registration().describe(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/registrations/{registrationId}/completion",
                        Operation.COMPLETE_REGISTRATION,
                        calls.write(
                                CompleteRegistrationRequest::newBuilder,
                                (message, caller) -> journeys.registration().complete(message.build(), caller))));
    }

    private List<Endpoint> members() {
        return List.of(
                new Endpoint(
                        Method.GET,
                        "/v1/members/{nid}/file",
                        Operation.GET_MEMBER_FILE,
                        calls.read(
                                GetMemberFileRequest::newBuilder,
                                (message, caller) -> journeys.members().file(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/members/{nid}/simulations",
                        Operation.SIMULATE_BENEFIT,
                        calls.write(
                                SimulateBenefitRequest::newBuilder,
                                (message, caller) -> journeys.simulation().simulate(message.build(), caller))),
                new Endpoint(
                        Method.PUT,
                        "/v1/members/{nid}/profile",
                        Operation.UPDATE_PROFILE,
                        calls.write(
                                UpdateProfileRequest::newBuilder,
                                (message, caller) -> journeys.members().updateProfile(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/members/{nid}/status-changes",
                        Operation.CHANGE_MEMBER_STATUS,
                        calls.write(
                                ChangeMemberStatusRequest::newBuilder,
                                (message, caller) -> journeys.members().changeStatus(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/members/{nid}/dependants",
                        Operation.ADD_DEPENDANT,
                        calls.write(
                                AddDependantRequest::newBuilder,
                                (message, caller) -> journeys.members().addDependant(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/members/{nid}/dependant-ends",
                        Operation.END_DEPENDANT,
                        calls.write(
                                EndDependantRequest::newBuilder,
                                (message, caller) -> journeys.members().endDependant(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/members/{nid}/employments",
                        Operation.REPORT_EMPLOYMENT,
                        calls.write(
                                ReportEmploymentRequest::newBuilder,
                                (message, caller) -> journeys.members().reportEmployment(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/members/{nid}/employment-ends",
                        Operation.END_EMPLOYMENT,
                        calls.write(
                                EndEmploymentRequest::newBuilder,
                                (message, caller) -> journeys.members().endEmployment(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/members/{nid}/cards",
                        Operation.RECORD_CARD,
                        calls.write(
                                RecordCardRequest::newBuilder,
                                (message, caller) -> journeys.members().recordCard(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/members/{nid}/card-ends",
                        Operation.END_CARD,
                        calls.write(
                                EndCardRequest::newBuilder,
                                (message, caller) -> journeys.members().endCard(message.build(), caller))),
                new Endpoint(
                        Method.GET,
                        "/v1/cards/{cardNumber}/member",
                        Operation.GET_MEMBER,
                        calls.read(
                                GetMemberRequest::newBuilder,
                                (message, caller) -> journeys.registry().member(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/members/{nid}/consents",
                        Operation.RECORD_CONSENT,
                        calls.write(
                                RecordConsentRequest::newBuilder,
                                (message, caller) -> journeys.members().recordConsent(message.build(), caller))));
    }

    private List<Endpoint> employers() {
        return List.of(
                new Endpoint(
                        Method.POST,
                        "/v1/employers",
                        Operation.PUT_EMPLOYER,
                        calls.write(
                                PutEmployerRequest::newBuilder,
                                (message, caller) -> journeys.employers().put(message.build(), caller))),
                new Endpoint(
                        Method.GET,
                        "/v1/employers",
                        Operation.LIST_EMPLOYERS,
                        calls.read(
                                ListEmployersRequest::newBuilder,
                                (message, _) -> journeys.employers().list(message.build()))),
                new Endpoint(
                        Method.GET,
                        "/v1/employers/{employerId}",
                        Operation.GET_EMPLOYER,
                        calls.read(
                                GetEmployerRequest::newBuilder,
                                (message, _) -> journeys.employers().get(message.build()))),
                new Endpoint(
                        Method.GET,
                        "/v1/employers/{employerId}/workers",
                        Operation.LIST_WORKERS,
                        calls.read(
                                ListWorkersRequest::newBuilder,
                                (message, caller) -> journeys.employers().workers(message.build(), caller))));
    }

    private List<Endpoint> adjudication() {
        return List.of(
                new Endpoint(
                        Method.POST,
                        "/v1/members/{nid}/split",
                        Operation.SPLIT_MEMBER,
                        calls.write(
                                SplitMemberRequest::newBuilder,
                                (message, caller) -> journeys.adjudication().split(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/adjudication-cases",
                        Operation.OPEN_ADJUDICATION_CASE,
                        calls.write(
                                OpenAdjudicationCaseRequest::newBuilder,
                                (message, caller) -> journeys.adjudication().open(message.build(), caller))),
                new Endpoint(
                        Method.GET,
                        "/v1/adjudication-cases/{caseId}",
                        Operation.GET_ADJUDICATION_CASE,
                        calls.read(
                                GetAdjudicationCaseRequest::newBuilder,
                                (message, caller) -> journeys.adjudication().file(message.build(), caller))),
                new Endpoint(
                        Method.GET,
                        "/v1/adjudication-cases/{caseId}/prints",
                        Operation.COMPARE_CASE_PRINTS,
                        calls.read(
                                CompareCasePrintsRequest::newBuilder,
                                (message, caller) -> journeys.adjudication().prints(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/adjudication-cases/{caseId}/verdict",
                        Operation.DECIDE_ADJUDICATION_CASE,
                        calls.write(
                                DecideAdjudicationCaseRequest::newBuilder,
                                (message, caller) -> journeys.adjudication().decide(message.build(), caller))),
                new Endpoint(
                        Method.GET,
                        "/v1/decided-cases",
                        Operation.LIST_DECIDED_CASES,
                        calls.read(
                                ListDecidedCasesRequest::newBuilder,
                                (message, _) -> journeys.adjudication().decided(message.build()))));
    }

    private List<Endpoint> payments() {
        return List.of(
                new Endpoint(
                        Method.PUT,
                        "/v1/channels/{channel}/postings",
                        Operation.POST_CONTRIBUTION,
                        calls.write(
                                PostContributionRequest::newBuilder,
                                (message, caller) -> journeys.contributions().post(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/channels/{channel}/reconciliations",
                        Operation.RECONCILE_CHANNEL_DAY,
                        calls.write(
                                ReconcileChannelDayRequest::newBuilder,
                                (message, caller) -> journeys.accounts().reconcile(message.build(), caller))),
                new Endpoint(
                        Method.GET,
                        "/v1/members/{nid}/account",
                        Operation.GET_ACCOUNT,
                        calls.read(
                                GetAccountRequest::newBuilder,
                                (message, caller) -> journeys.accounts().account(message.build(), caller))));
    }

    private List<Endpoint> imports() {
        return List.of(
                new Endpoint(
                        Method.POST,
                        "/v1/imports/{fileSha256}/rows",
                        Operation.IMPORT_ROWS,
                        calls.write(
                                ImportRowsRequest::newBuilder,
                                (message, caller) -> journeys.bulk().take(message.build(), caller))),
                new Endpoint(
                        Method.GET,
                        "/v1/imports/{fileSha256}",
                        Operation.GET_IMPORT,
                        calls.read(
                                GetImportRequest::newBuilder,
                                (message, _) -> journeys.bulk().state(message.build()))));
    }
}
