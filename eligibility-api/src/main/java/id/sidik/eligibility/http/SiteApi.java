package id.sidik.eligibility.http;

import id.sidik.eligibility.access.Operation;
import id.sidik.eligibility.journey.SiteJourney;
import id.sidik.eligibility.v1.PutSiteRequest;
import id.sidik.eligibility.v1.PutStaffMemberRequest;
import io.helidon.http.Method;
import java.util.List;

/** Facilities, and who works there: each route is a call of the contract. */
final class SiteApi {
    private final SiteJourney sites;
    private final JourneyCall calls;

    SiteApi(SiteJourney sites, Callers callers) {
        this.sites = sites;
        this.calls = new JourneyCall(callers);
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        Method.PUT,
                        "/v1/sites/{facilityId}",
                        Operation.PUT_SITE,
                        calls.write(
                                PutSiteRequest::newBuilder,
                                (message, caller) -> sites.putSite(message.build(), caller))),
                new Endpoint(
                        Method.PUT,
                        "/v1/staff/{operator}",
                        Operation.PUT_STAFF_MEMBER,
                        calls.write(
                                PutStaffMemberRequest::newBuilder,
                                (message, caller) -> sites.putStaff(message.build(), caller))));
    }
}
