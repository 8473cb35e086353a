package id.sidik.eligibility.member;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.Sex;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.util.Set;

/**
 * The body of a profile, layout 1.
 *
 * <pre>
 * text NID | day of birth | text sex | optional text mother's name | optional text telephone | text district code
 * | list of text programme | text channel | int revision
 * </pre>
 */
public final class ProfileBody {
    /** Profiles, by NID. */
    public static final RecordKind<Profile> KIND = RecordKind.of(
            "profiles",
            'P',
            profile -> RecordKey.of(profile.nid()),
            profile -> write(new BodyWriter(), profile),
            ProfileBody::read);

    private ProfileBody() {}

    static BodyWriter write(BodyWriter body, Profile profile) {
        return body.text(profile.nid().wholeDigits())
                .day(profile.birthDate())
                .name(profile.sex())
                .optional(profile.motherName(), body::text)
                .optional(profile.phone(), phone -> body.text(phone.e164()))
                .text(profile.districtCode())
                .list(profile.programmes(), body::name)
                .name(profile.channel())
                .number(profile.revision());
    }

    static Profile read(BodyReader body) {
        return new Profile(
                new Nid(body.text()),
                body.day(),
                body.name(Sex.class),
                body.optional(body::text),
                body.optional(body::text).map(Phone::new),
                body.text(),
                Set.copyOf(body.list(Programme.values().length, () -> body.name(Programme.class))),
                body.name(RegistrationChannel.class),
                body.number());
    }
}
