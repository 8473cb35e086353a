package id.sidik.eligibility.journey;

import id.sidik.eligibility.decision.Facility;
import id.sidik.eligibility.decision.Purpose;
import id.sidik.eligibility.facility.Contract;
import id.sidik.eligibility.facility.ContractBody;
import id.sidik.eligibility.facility.FacilityLevel;
import id.sidik.eligibility.records.RecordKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was agreed with facilities. A register without any contract says nothing, and every facility passes; one with a contract in it
 * speaks for all.
 */
final class Contracts {
    private final Books books;

    Contracts(Books books) {
        this.books = books;
    }

    List<Contract> of(Facility facility) {
        return books.store().list(ContractBody.KIND, RecordKey.of(facility.id()), Contract.COUNT_MAX);
    }

    boolean areKept() {
        return !books.store()
                .page(ContractBody.KIND, RecordKey.ANY, Optional.empty(), 1)
                .entries()
                .isEmpty();
    }

    /** Whether the facility of these contracts may give this care on that day. */
    boolean cover(List<Contract> agreed, Purpose service, LocalDate day) {
        return agreed.stream().anyMatch(contract -> contract.covers(service, day)) || !areKept();
    }

    /** What sort of facility it is on that day; empty where no contract says it. */
    static Optional<FacilityLevel> level(List<Contract> agreed, LocalDate day) {
        return agreed.stream()
                .filter(contract -> contract.runsOn(day))
                .map(Contract::level)
                .findFirst();
    }
}
