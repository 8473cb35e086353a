package id.sidik.eligibility.journey;

import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.presence.RecordId;
import id.sidik.eligibility.report.EventBodies;
import id.sidik.eligibility.report.Site;
import id.sidik.eligibility.report.StaffPrint;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.PutSiteRequest;
import id.sidik.eligibility.v1.PutSiteResponse;
import id.sidik.eligibility.v1.PutStaffMemberRequest;
import id.sidik.eligibility.v1.PutStaffMemberResponse;
import java.util.Optional;

/** What reports have to know of facilities and of those who work there. */
public final class SiteJourney {
    private final Books books;
    private final AnswerBook<PutSiteResponse> sites;
    private final AnswerBook<PutStaffMemberResponse> staff;

    SiteJourney(Books books) {
        this.books = books;
        this.sites = new AnswerBook<>(books.store(), "PutSite", PutSiteResponse.parser());
        this.staff = new AnswerBook<>(books.store(), "PutStaffMember", PutStaffMemberResponse.parser());
    }

    /** A facility as it is now. */
    public PutSiteResponse putSite(PutSiteRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Optional<PutSiteResponse> earlier = sites.find(key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Site site = site(request);
        return sites.commit(
                Transaction.auditing(books.event(AuditEventType.SITE_RECORDED, caller)
                                .with(AuditField.FACILITY, site.facility()))
                        .putting(EventBodies.SITES, site),
                key,
                request,
                PutSiteResponse.getDefaultInstance(),
                result -> new IllegalStateException("a site is put, whatever was there: " + result));
    }

    private static Site site(PutSiteRequest request) {
        String facility = Requests.facility(request.getFacilityId()).id();
        request.getDeviceIdsList().stream()
                .filter(device -> !RecordId.hasForm(device))
                .findFirst()
                .ifPresent(device -> {
                    throw RequestRefusedException.invalid(
                            "SITE_INVALID", "a device's id must be 1 to 64 of [A-Za-z0-9._-], not '" + device + "'");
                });
        try {
            return new Site(
                    facility,
                    request.getLatitudeDeg(),
                    request.getLongitudeDeg(),
                    request.getBeds(),
                    request.getDeviceIdsList());
        } catch (IllegalArgumentException e) {
            throw RequestRefusedException.invalid("SITE_INVALID", String.valueOf(e.getMessage()));
        }
    }

    /** An operator and the fingers that are hers. */
    public PutStaffMemberResponse putStaff(PutStaffMemberRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Optional<PutStaffMemberResponse> earlier = staff.find(key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!MemberRequests.isOfficer(request.getOperator())) {
            throw RequestRefusedException.invalid(
                    "OPERATOR_INVALID", "operator must be 1 to 64 printable ASCII characters without spaces");
        }
        Member member = books.member(books.checkedNid(request.getNid()).nid());
        return staff.commit(
                Transaction.auditing(books.event(AuditEventType.STAFF_RECORDED, caller, member.nid())
                                .with(AuditField.OFFICERS, request.getOperator()))
                        .putting(
                                EventBodies.STAFF_PRINTS,
                                new StaffPrint(
                                        request.getOperator(), member.subject().value())),
                key,
                request,
                PutStaffMemberResponse.getDefaultInstance(),
                result -> new IllegalStateException("an operator is put, whatever was there: " + result));
    }
}
