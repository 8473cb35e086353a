package id.sidik.eligibility.journey;

import com.google.protobuf.Empty;
import id.sidik.eligibility.audit.AuditEventType;
import id.sidik.eligibility.audit.AuditField;
import id.sidik.eligibility.employer.EmployerBody;
import id.sidik.eligibility.employer.EmployerStatus;
import id.sidik.eligibility.employer.Npp;
import id.sidik.eligibility.employer.RiskTier;
import id.sidik.eligibility.member.Employment;
import id.sidik.eligibility.member.EmploymentBody;
import id.sidik.eligibility.records.Page;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.store.Transaction;
import id.sidik.eligibility.v1.Employer;
import id.sidik.eligibility.v1.GetEmployerRequest;
import id.sidik.eligibility.v1.ListEmployersRequest;
import id.sidik.eligibility.v1.ListEmployersResponse;
import id.sidik.eligibility.v1.ListWorkersRequest;
import id.sidik.eligibility.v1.ListWorkersResponse;
import id.sidik.eligibility.v1.PutEmployerRequest;
import id.sidik.eligibility.v1.Worker;
import java.util.Optional;

/** Employers, and who works for them. */
public final class EmployerJourney {
    private final Books books;
    private final AnswerBook<Empty> answers;

    EmployerJourney(Books books) {
        this.books = books;
        this.answers = new AnswerBook<>(books.store(), "PutEmployer", Empty.parser());
    }

    /** Registers an employer, or says something else of one. */
    public Employer put(PutEmployerRequest request, Caller caller) {
        String key = Requests.idempotencyKey(request.getIdempotencyKey());
        Employer said = request.getEmployer();
        Npp npp = MemberRequests.npp(said.getEmployerId());
        if (answers.find(key, request).isEmpty()) {
            Optional<id.sidik.eligibility.employer.Employer> known = find(npp);
            id.sidik.eligibility.employer.Employer next = next(said, npp, known);
            Transaction event = Transaction.auditing(books.event(AuditEventType.EMPLOYER_RECORDED, caller)
                    .with(AuditField.EMPLOYER, npp.value())
                    .with(AuditField.STATUS, next.status().name()));
            Transaction change = known.isPresent()
                    ? event.replacing(EmployerBody.KIND, known.get(), next)
                    : event.adding(EmployerBody.KIND, next);
            MemberJourney.settle(
                    books.store().commit(change.answering(answers.answer(key, request, Empty.getDefaultInstance()))));
        }
        return MemberWording.employer(known(npp));
    }

    private id.sidik.eligibility.employer.Employer next(
            Employer said, Npp npp, Optional<id.sidik.eligibility.employer.Employer> known) {
        String name = said.getName().strip();
        if (!id.sidik.eligibility.employer.Employer.isName(name)) {
            throw RequestRefusedException.invalid(
                    "NAME_INVALID", "name must be 1 to 120 characters without control characters");
        }
        RiskTier tier = MemberWording.riskTier(said.getRiskTier());
        String district = MemberRequests.districtCode(said.getDistrictCode());
        EmployerStatus status = said.getClosed() ? EmployerStatus.CLOSED : EmployerStatus.ACTIVE;
        return known.map(employer -> employer.restated(name, tier, district, status))
                .orElseGet(() ->
                        new id.sidik.eligibility.employer.Employer(npp, name, tier, district, status, books.now(), 1));
    }

    private Optional<id.sidik.eligibility.employer.Employer> find(Npp npp) {
        return books.store().find(EmployerBody.KIND, RecordKey.of(npp.value()));
    }

    private id.sidik.eligibility.employer.Employer known(Npp npp) {
        return find(npp)
                .orElseThrow(() ->
                        RequestRefusedException.unknown("EMPLOYER_UNKNOWN", "No employer is registered under " + npp));
    }

    /** One employer. */
    public Employer get(GetEmployerRequest request) {
        return MemberWording.employer(known(MemberRequests.npp(request.getEmployerId())));
    }

    /** Employers by number. */
    public ListEmployersResponse list(ListEmployersRequest request) {
        Page<id.sidik.eligibility.employer.Employer> page = Requests.page(
                books.store(), EmployerBody.KIND, RecordKey.ANY, request.getPageToken(), request.getPageSize());
        return ListEmployersResponse.newBuilder()
                .addAllEmployers(page.map(MemberWording::employer).entries())
                .setNextPageToken(page.nextToken().orElse(""))
                .build();
    }

    /** Who works for an employer, or did. */
    public ListWorkersResponse workers(ListWorkersRequest request, Caller caller) {
        Npp npp = known(MemberRequests.npp(request.getEmployerId())).npp();
        Page<Employment> page = Requests.page(
                books.store(),
                EmploymentBody.WORKERS,
                RecordKey.of(npp.value()),
                request.getPageToken(),
                request.getPageSize());
        books.store()
                .commit(Transaction.auditing(books.event(AuditEventType.WORKERS_READ, caller)
                        .with(AuditField.EMPLOYER, npp.value())
                        .with(
                                AuditField.ROW_COUNT,
                                Integer.toString(page.entries().size()))));
        return ListWorkersResponse.newBuilder()
                .addAllWorkers(page.map(EmployerJourney::worker).entries())
                .setNextPageToken(page.nextToken().orElse(""))
                .build();
    }

    private static Worker worker(Employment work) {
        return Worker.newBuilder()
                .setNid(work.nid().wholeDigits())
                .setEmployment(MemberWording.employment(work))
                .build();
    }
}
