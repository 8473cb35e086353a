package id.sidik.eligibility.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.eligibility.v1.Member;
import id.sidik.eligibility.v1.ProgrammeStanding;
import java.util.List;

/** What the benefit rests on, in figures: for a request of purpose {@code benefits} that was granted. */
final class BenefitFigures {
    private BenefitFigures() {}

    /** Months and rupiah that were paid for the programme. */
    static List<ObjectNode> of(Member member, String programme) {
        return member.getStandingsList().stream()
                .filter(standing -> standing.getProgramme().name().equals(programme))
                .findFirst()
                .map(BenefitFigures::of)
                .orElse(List.of());
    }

    private static List<ObjectNode> of(ProgrammeStanding standing) {
        ObjectNode months = figure("months-paid", "Months paid").put("usedUnsignedInt", standing.getMonthsPaid());
        ObjectNode paid = figure("contributions", "Contributions paid");
        paid.putObject("usedMoney").put("value", standing.getTotalRupiah()).put("currency", "IDR");
        return List.of(months, paid);
    }

    private static ObjectNode figure(String code, String display) {
        ObjectNode figure = JsonNodeFactory.instance.objectNode();
        figure.set("type", Resources.concept(Names.FIGURE, code, display));
        return figure;
    }
}
