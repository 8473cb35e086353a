package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordIndex;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;

/**
 * The body of a member, layout 1.
 *
 * <pre>
 * text NID | text full name | text segment | text status | text subject id | flag fingers enrolled | flag consent
 * | moment registered | int revision
 * </pre>
 */
public final class MemberBody {
    /** Whom the matcher calls so. */
    public static final RecordIndex<Member> BY_SUBJECT = RecordIndex.unique(
            "subject", member -> RecordKey.of(member.subject().value()));

    /** Members, by their NID. */
    public static final RecordKind<Member> KIND = RecordKind.of(
                    "members", 'm', MemberBody::key, MemberBody::write, MemberBody::read)
            .indexedBy(BY_SUBJECT);

    private MemberBody() {}

    private static RecordKey key(Member member) {
        return RecordKey.of(member.nid());
    }

    private static BodyWriter write(Member member) {
        return new BodyWriter()
                .text(member.nid().wholeDigits())
                .text(member.fullName())
                .name(member.segment())
                .name(member.status())
                .text(member.subject().value())
                .flag(member.fingersEnrolled())
                .flag(member.biometricConsent())
                .moment(member.registeredAt())
                .number(member.revision());
    }

    private static Member read(BodyReader body) {
        return new Member(
                new Nid(body.text()),
                body.text(),
                body.name(Segment.class),
                body.name(MemberStatus.class),
                new SubjectId(body.text()),
                body.flag(),
                body.flag(),
                body.moment(),
                body.number());
    }
}
