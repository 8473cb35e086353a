package id.sidik.eligibility.facility;

import id.sidik.eligibility.contribution.Programme;
import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.records.BodyReader;
import id.sidik.eligibility.records.BodyWriter;
import id.sidik.eligibility.records.RecordKey;
import id.sidik.eligibility.records.RecordKind;
import java.util.Set;
import java.util.TreeSet;

/**
 * The body of a contract, layout 1.
 *
 * <pre>
 * text facility | day from | day until | text level | text class | list of text service | list of text programme | text recorded by
 * | moment recorded
 * </pre>
 */
public final class ContractBody {
    /** Contracts, by facility and first day. */
    public static final RecordKind<Contract> KIND = RecordKind.of(
            "contracts",
            't',
            contract -> RecordKey.of(contract.facility().id()).then(contract.from()),
            ContractBody::write,
            ContractBody::read);

    private ContractBody() {}

    private static BodyWriter write(Contract contract) {
        BodyWriter body = new BodyWriter()
                .text(contract.facility().id())
                .day(contract.from())
                .day(contract.until())
                .name(contract.level())
                .text(contract.facilityClass());
        return body.list(new TreeSet<>(contract.services()), body::name)
                .list(new TreeSet<>(contract.programmes()), body::name)
                .text(contract.recordedBy())
                .moment(contract.recordedAt());
    }

    private static Contract read(BodyReader body) {
        return new Contract(
                new Facility(body.text()),
                body.day(),
                body.day(),
                body.name(FacilityLevel.class),
                body.text(),
                Set.copyOf(body.list(Purpose.values().length, () -> body.name(Purpose.class))),
                Set.copyOf(body.list(Programme.values().length, () -> body.name(Programme.class))),
                body.text(),
                body.moment());
    }
}
