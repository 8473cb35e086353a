package id.sidik.eligibility.member;

import id.sidik.eligibility.nid.Nid;
import java.time.Instant;

/**
 * A registered person.
 *
 * @param fullName 1 to 120 characters, no control characters
 * @param subject the matcher's name for the person, whether or not it holds fingers
 * @param fingersEnrolled whether the matcher holds references of the person
 * @param biometricConsent whether the person agreed to that (UU 27/2022, art. 4(2)b and 20)
 * @param revision 1 at registration, one more with each change
 */
public record Member(
        Nid nid,
        String fullName,
        Segment segment,
        MemberStatus status,
        SubjectId subject,
        boolean fingersEnrolled,
        boolean biometricConsent,
        Instant registeredAt,
        int revision) {

    /** The longest name, in characters. */
    public static final int FULL_NAME_CHARS_MAX = 120;

    public Member {
        if (!isFullName(fullName)) {
            throw new IllegalArgumentException("a full name is 1 to 120 characters without control characters");
        }
        if (fingersEnrolled && !biometricConsent) {
            throw new IllegalArgumentException("no fingers without consent (UU 27/2022)");
        }
        if (revision < 1) {
            throw new IllegalArgumentException("revisions start at 1: " + revision);
        }
    }

    /** A new member, active, without fingers. */
    public static Member registered(
            Nid nid, String fullName, Segment segment, SubjectId subject, Instant registeredAt) {
        return new Member(nid, fullName, segment, MemberStatus.ACTIVE, subject, false, false, registeredAt, 1);
    }

    /** Whether the text may be a full name. */
    public static boolean isFullName(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= FULL_NAME_CHARS_MAX
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** The next revision, after the matcher took fingers with the person's consent. */
    public Member withFingers() {
        return new Member(nid, fullName, segment, status, subject, true, true, registeredAt, revision + 1);
    }

    /** The next revision, after the references were destroyed; consent ends with them. */
    public Member withoutFingers() {
        return new Member(nid, fullName, segment, status, subject, false, false, registeredAt, revision + 1);
    }

    /** The next revision, with another name or segment. */
    public Member described(String newName, Segment newSegment) {
        return new Member(
                nid,
                newName,
                newSegment,
                status,
                subject,
                fingersEnrolled,
                biometricConsent,
                registeredAt,
                revision + 1);
    }

    /** The next revision, with another status. */
    public Member withStatus(MemberStatus newStatus) {
        return new Member(
                nid,
                fullName,
                segment,
                newStatus,
                subject,
                fingersEnrolled,
                biometricConsent,
                registeredAt,
                revision + 1);
    }

    /** Names nobody: a member is personal data, and log lines are not the place for it. */
    @Override
    public String toString() {
        return "Member[" + nid.masked() + ", " + status + ", revision " + revision + "]";
    }
}
