package id.sidik.eligibility.store;

import id.sidik.eligibility.member.Member;
import id.sidik.eligibility.member.MemberStatus;
import id.sidik.eligibility.member.Segment;
import id.sidik.eligibility.member.SubjectId;
import id.sidik.eligibility.nid.Nid;

/**
 * The body of a member, layout 1.
 *
 * <pre>
 * text NID | text full name | text segment | text status | text subject id | flag fingers enrolled | flag consent
 * | moment registered | int revision
 * </pre>
 */
final class MemberBody {
    private MemberBody() {}

    static byte[] write(Member member) {
        return new BodyWriter()
                .text(member.nid().wholeDigits())
                .text(member.fullName())
                .name(member.segment())
                .name(member.status())
                .text(member.subject().value())
                .flag(member.fingersEnrolled())
                .flag(member.biometricConsent())
                .moment(member.registeredAt())
                .number(member.revision())
                .body();
    }

    static Member read(BodyReader body) {
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
