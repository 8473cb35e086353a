package id.sidik.eligibility.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sidik.eligibility.v1.BenefitFigure;
import id.sidik.eligibility.v1.Granted;
import id.sidik.eligibility.v1.Member;
import id.sidik.eligibility.v1.ProgrammeStanding;
import java.util.List;
import java.util.stream.Stream;

/**
 * Figures of a granted request of purpose {@code benefits}: as allowed what the policy's formulas say may be expected or has to be borne,
 * as used what was paid for the programme.
 */
final class BenefitFigures {
    private static final String RUPIAH = "RUPIAH";
    private static final String PERCENT = "PERCENT";

    private BenefitFigures() {}

    static List<ObjectNode> of(Granted granted, Member member) {
        return Stream.concat(
                        granted.getFiguresList().stream().map(BenefitFigures::allowed),
                        member.getStandingsList().stream()
                                .filter(standing ->
                                        standing.getProgramme().name().equals(granted.getBenefit()))
                                .flatMap(BenefitFigures::used))
                .toList();
    }

    /** A formula's amount, or in words what it lacks. */
    private static ObjectNode allowed(BenefitFigure figure) {
        ObjectNode benefit = figure(figure.getId(), figure.getTextId() + " / " + figure.getTextEn());
        if (!figure.hasAmount()) {
            return benefit.put("allowedString", "not known: " + figure.getMissing());
        }
        return switch (figure.getUnit()) {
            case RUPIAH -> {
                benefit.putObject("allowedMoney")
                        .put("value", figure.getAmount())
                        .put("currency", "IDR");
                yield benefit;
            }
            case PERCENT -> benefit.put("allowedString", figure.getAmount() + " millionths");
            default -> benefit.put("allowedUnsignedInt", figure.getAmount());
        };
    }

    private static Stream<ObjectNode> used(ProgrammeStanding standing) {
        ObjectNode months = figure("months-paid", "Months paid").put("usedUnsignedInt", standing.getMonthsPaid());
        ObjectNode paid = figure("contributions", "Contributions paid");
        paid.putObject("usedMoney").put("value", standing.getTotalRupiah()).put("currency", "IDR");
        return Stream.of(months, paid);
    }

    private static ObjectNode figure(String code, String display) {
        ObjectNode figure = JsonNodeFactory.instance.objectNode();
        figure.set("type", Resources.concept(Names.FIGURE, code, display));
        return figure;
    }
}
