package id.sidik.eligibility.http;

import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.journey.Journeys;
import id.sidik.eligibility.v1.AdmitSiteRequest;
import id.sidik.eligibility.v1.ExpectMembersRequest;
import id.sidik.eligibility.v1.IssueSitePackRequest;
import id.sidik.eligibility.v1.ListReconciledRequest;
import id.sidik.eligibility.v1.ReconcileProvisionalRequest;
import io.helidon.http.Method;
import java.util.List;

/** Facilities that lose their network. */
final class SitePackApi {
    private final Journeys journeys;
    private final JourneyCall call;

    SitePackApi(Journeys journeys, Callers callers) {
        this.journeys = journeys;
        this.call = new JourneyCall(callers);
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        Method.POST,
                        "/v1/offline-sites",
                        Operation.ADMIT_SITE,
                        call.write(
                                AdmitSiteRequest::newBuilder,
                                (message, caller) -> journeys.sitePacks().put(message.build(), caller))),
                new Endpoint(
                        Method.PUT,
                        "/v1/offline-sites/{facilityId}/expected",
                        Operation.EXPECT_MEMBERS,
                        call.write(
                                ExpectMembersRequest::newBuilder,
                                (message, caller) -> journeys.sitePacks().expect(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/offline-sites/{facilityId}/packs",
                        Operation.ISSUE_SITE_PACK,
                        call.write(
                                IssueSitePackRequest::newBuilder,
                                (message, caller) -> journeys.sitePacks().issue(message.build(), caller))),
                new Endpoint(
                        Method.POST,
                        "/v1/offline-sites/{facilityId}/provisional",
                        Operation.RECONCILE_PROVISIONAL,
                        call.write(
                                ReconcileProvisionalRequest::newBuilder,
                                (message, caller) -> journeys.reconciliation().reconcile(message.build(), caller))),
                new Endpoint(
                        Method.GET,
                        "/v1/offline-sites/{facilityId}/reconciled",
                        Operation.LIST_RECONCILED,
                        call.read(
                                ListReconciledRequest::newBuilder,
                                (message, caller) -> journeys.reconciliation().list(message.build(), caller))),
                new Endpoint(
                        Method.GET,
                        "/v1/offline-sites/{facilityId}/differing",
                        Operation.LIST_RECONCILED,
                        call.read(
                                () -> ListReconciledRequest.newBuilder().setDifferingOnly(true),
                                (message, caller) -> journeys.reconciliation().list(message.build(), caller))));
    }
}
