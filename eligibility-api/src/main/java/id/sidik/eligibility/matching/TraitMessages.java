package id.sidik.eligibility.matching;

import id.sidik.eligibility.nid.Sex;

/** Traits and filters as the matcher's contract writes them. */
final class TraitMessages {
    private TraitMessages() {}

    static id.sidik.matcher.v1.SubjectTraits traits(SubjectTraits traits) {
        return id.sidik.matcher.v1.SubjectTraits.newBuilder()
                .setSex(traits.sex().map(TraitMessages::sex).orElse(id.sidik.matcher.v1.Sex.SEX_UNSPECIFIED))
                .setBirthYear(traits.birthYear().orElse(0))
                .setRegion(traits.regency().orElse(""))
                .build();
    }

    static id.sidik.matcher.v1.SubjectFilter filter(SubjectFilter filter) {
        id.sidik.matcher.v1.SubjectFilter.Builder message = id.sidik.matcher.v1.SubjectFilter.newBuilder()
                .addAllRegions(filter.regencies().stream().sorted().toList());
        filter.sex().map(TraitMessages::sex).ifPresent(message::setSex);
        filter.birthYears()
                .ifPresent(years -> message.setBirthYearFirst(years.first()).setBirthYearLast(years.last()));
        return message.build();
    }

    private static id.sidik.matcher.v1.Sex sex(Sex sex) {
        return switch (sex) {
            case MALE -> id.sidik.matcher.v1.Sex.MALE;
            case FEMALE -> id.sidik.matcher.v1.Sex.FEMALE;
        };
    }
}
