package id.sidik.eligibility.journey;

import id.sidik.eligibility.contribution.Contribution;
import id.sidik.eligibility.member.Application;
import id.sidik.eligibility.member.Employment;
import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.Phone;
import id.sidik.eligibility.member.Profile;
import id.sidik.eligibility.member.RegistrationChannel;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.NidHasher;
import id.sidik.eligibility.presence.Officer;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.report.EventBodies;
import id.sidik.eligibility.report.RegistrationEvent;
import id.sidik.eligibility.store.Transaction;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Says for the reports how a member joined, and what of that became otherwise. */
final class RegistrationNotes {
    private final Books books;

    RegistrationNotes(Books books) {
        this.books = books;
    }

    /** @param registrar who brought the application, where that is known */
    Transaction joined(Transaction transaction, Application application, Member member, Optional<Officer> registrar) {
        RegistrationChannel channel = application.profile().channel();
        RegistrationEvent event = new RegistrationEvent(
                books.newId(),
                member.nid(),
                Contribution.dayOf(member.registeredAt()),
                application.profile().birthDate(),
                member.segment(),
                channel.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                registrar.filter(_ -> channel == RegistrationChannel.AGENT).map(Officer::id),
                application.employment().map(work -> work.npp().value()),
                phoneHash(application.profile()),
                Optional.empty(),
                presenter(member),
                enrolment(member),
                channel == RegistrationChannel.EMPLOYER_FILE
                        ? 0
                        : application.employment().map(Employment::wageRupiah).orElse(0L));
        return transaction.putting(EventBodies.REGISTRATIONS, event);
    }

    /** Members who joined before such events were written have none, and none is made up for them. */
    Transaction changed(Transaction transaction, Nid nid, UnaryOperator<RegistrationEvent> change) {
        return books.store()
                .find(EventBodies.REGISTRATIONS, RecordKey.of(nid))
                .map(event -> transaction.putting(EventBodies.REGISTRATIONS, change.apply(event)))
                .orElse(transaction);
    }

    /** Another telephone, birth date or segment. */
    Transaction described(Transaction transaction, Member member, Profile profile) {
        return changed(
                transaction,
                member.nid(),
                event -> event.describing(profile.birthDate(), member.segment(), phoneHash(profile)));
    }

    /** Fingers were enrolled, or withdrawn. */
    Transaction fingers(Transaction transaction, Member member) {
        return changed(transaction, member.nid(), event -> event.withFingers(enrolment(member), presenter(member)));
    }

    /** Equal for equal numbers, and nothing else can be learned from it. */
    private Optional<String> phoneHash(Profile profile) {
        return profile.phone()
                .map(Phone::e164)
                .map(phone -> books.keys().nidHasher().hexOfText(phone, NidHasher.Use.LIKENESS));
    }

    /** The matcher's own name for whoever the fingers are. */
    private static Optional<String> presenter(Member member) {
        return member.fingersEnrolled() ? Optional.of(member.subject().value()) : Optional.empty();
    }

    private static RegistrationEvent.Enrolment enrolment(Member member) {
        return member.fingersEnrolled() ? RegistrationEvent.Enrolment.ENROLLED : RegistrationEvent.Enrolment.NOT_TRIED;
    }
}
