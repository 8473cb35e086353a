package id.sidik.eligibility.journey;

import static id.sidik.eligibility.journey.Counter.SITI;
import static id.sidik.eligibility.journey.Counter.operator;
import static id.sidik.eligibility.journey.Counter.payment;
import static id.sidik.eligibility.journey.Counter.registration;
import static id.sidik.eligibility.matching.FakeMatcher.sample;

import id.sidik.eligibility.v1.OpenVisitRequest;
import id.sidik.eligibility.v1.Purpose;
import id.sidik.eligibility.v1.VisitRecord;
import java.io.PrintStream;
import java.nio.file.Path;

/** A gate in a process of its own that opens visits, and says so, until it is killed. */
public final class VisitChild {
    private VisitChild() {}

    /** Prints {@code ready}, then for each visit the receipt before it is opened, and the visit's id once it was acknowledged. */
    public static void main(String[] folder) {
        PrintStream said = System.out;
        try (Counter counter = new Counter(Path.of(folder[0]))) {
            counter.journeys.registration().register(registration("reg-siti", SITI, sample("siti")), operator());
            counter.journeys.contributions().record(payment("pay-siti", SITI, "2026-03"), operator());
            for (int number = 0; ; number++) {
                String receipt = counter.journeys
                        .eligibility()
                        .check(
                                Counter.check("capture-" + number, SITI, sample("siti")).toBuilder()
                                        .setPurpose(Purpose.HOSPITAL_OUTPATIENT)
                                        .build(),
                                operator())
                        .getReceipt();
                said.println("receipt " + receipt);
                said.println("visit "
                        + counter.journeys
                                .visits()
                                .open(visit("visit-key-" + number, receipt), operator())
                                .getVisitId());
            }
        }
    }

    static OpenVisitRequest visit(String key, String receipt) {
        return OpenVisitRequest.newBuilder()
                .setIdempotencyKey(key)
                .setNid(SITI)
                .setKind(VisitRecord.Kind.OUTPATIENT)
                .setFacilityId("RSUD-01")
                .setReceipt(receipt)
                .build();
    }
}
