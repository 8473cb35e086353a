package id.sidik.eligibility.member;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.nid.Nid;
import id.sidik.eligibility.nid.Sex;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a profile, layout 2. Layout 1 began with the NID and had no citizenship.
 *
 * <pre>
 * text "profile-2" | text NID | day of birth | text sex | optional text mother's name | optional text telephone | text district code
 * | list of text programme | text channel | int revision | optional text citizenship
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

    private static final String LAYOUT_2 = "profile-2";

    private ProfileBody() {}

    static BodyWriter write(BodyWriter body, Profile profile) {
        return body.text(LAYOUT_2)
                .text(profile.nid().wholeDigits())
                .day(profile.birthDate())
                .name(profile.sex())
                .optional(profile.motherName(), body::text)
                .optional(profile.phone(), phone -> body.text(phone.e164()))
                .text(profile.districtCode())
                .list(profile.programmes(), body::name)
                .name(profile.channel())
                .number(profile.revision())
                .optional(profile.citizenship(), body::name);
    }

    static Profile read(BodyReader body) {
        String first = body.text();
        boolean saysCitizenship = first.equals(LAYOUT_2);
        Nid nid = new Nid(saysCitizenship ? body.text() : first);
        LocalDate birthDate = body.day();
        Sex sex = body.name(Sex.class);
        Optional<String> motherName = body.optional(body::text);
        Optional<Phone> phone = body.optional(body::text).map(Phone::new);
        String districtCode = body.text();
        Set<Programme> programmes = Set.copyOf(body.list(Programme.values().length, () -> body.name(Programme.class)));
        RegistrationChannel channel = body.name(RegistrationChannel.class);
        int revision = body.number();
        Optional<Citizenship> citizenship =
                saysCitizenship ? body.optional(() -> body.name(Citizenship.class)) : Optional.empty();
        return new Profile(
                nid, birthDate, sex, motherName, phone, districtCode, programmes, citizenship, channel, revision);
    }
}
