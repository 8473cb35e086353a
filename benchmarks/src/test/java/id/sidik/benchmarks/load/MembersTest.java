package id.sidik.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import id.sidik.eligibility.nid.NidCheck;
import id.sidik.eligibility.nid.NidProfile;
import id.sidik.eligibility.nid.NidRules;
import id.sidik.eligibility.nid.RegionTable;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MembersTest {
    @Test
    void haveNumbersThatTheGateTakesAndNamesOfTheirOwn() {
        NidRules rules = new NidRules(RegionTable.bundled(), NidProfile.STRICT);
        IntStream.range(0, Members.COUNT_MAX)
                .forEach(member -> assertThat(rules.check(Members.nid(member), LocalDate.of(2026, 1, 1)))
                        .isInstanceOf(NidCheck.Accepted.class));
        assertThat(IntStream.range(0, Members.COUNT_MAX).mapToObj(Members::name))
                .doesNotHaveDuplicates();
        assertThat(IntStream.range(0, Members.COUNT_MAX).mapToObj(Members::nid)).doesNotHaveDuplicates();
    }
}
