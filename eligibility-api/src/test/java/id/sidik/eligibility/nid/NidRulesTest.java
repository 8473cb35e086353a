package id.sidik.eligibility.nid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.sidik.eligibility.SharedFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NidRulesTest {
    private static final RegionTable REGIONS = RegionTable.bundled();
    private static final JsonNode VECTORS = SharedFiles.json("specs/nik/nik-test-vectors.json");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private final NidRules strict = new NidRules(REGIONS, NidProfile.STRICT);
    private final NidRules lenient = new NidRules(REGIONS, NidProfile.LENIENT);

    static Stream<JsonNode> vectors() {
        return elements(VECTORS.get("vectors"));
    }

    static Stream<JsonNode> declarations() {
        return elements(VECTORS.get("consistency"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithEveryVector(JsonNode vector) {
        NidCheck check = strict.check(
                vector.get("nik").textValue(),
                LocalDate.parse(vector.get("referenceDate").textValue()));

        assertAsExpected(check, vector.get("expect"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithEveryVectorInTheLenientProfile(JsonNode vector) {
        NidCheck check = lenient.check(
                vector.get("nik").textValue(),
                LocalDate.parse(vector.get("referenceDate").textValue()));

        JsonNode expected = vector.has("lenientExpect") ? vector.get("lenientExpect") : vector.get("expect");
        assertAsExpected(check, expected);
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void warnsWhenTheDeclaredPersonDiffers(JsonNode vector) {
        NidCheck.Accepted accepted =
                (NidCheck.Accepted) strict.check(vector.get("nik").textValue(), TODAY);

        List<NidWarning> warnings = accepted.details()
                .disagreements(
                        LocalDate.parse(vector.get("declaredBirthDate").textValue()),
                        vector.get("declaredSex").textValue().equals("M") ? Sex.MALE : Sex.FEMALE);

        assertThat(warnings.isEmpty())
                .isEqualTo(vector.get("expect").get("consistent").booleanValue());
    }

    @Test
    void readsAsManyVectorsAsThereAre() {
        assertThat(vectors()).hasSize(36);
        assertThat(declarations()).hasSize(5);
    }

    @Test
    void keepsTheDigitsOutOfTheMessageOfARefusal() {
        Nid nid = new Nid("3174011708850003");

        assertThat(nid).hasToString("3174********0003");
        assertThat(String.valueOf(strict.check(nid.wholeDigits(), TODAY))).doesNotContain(nid.wholeDigits());
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> new Nid("317401170885000X")))
                .hasMessageNotContaining("317401");
    }

    @Test
    void standsAnotherHashInForEachUseAndKey() {
        Nid nid = new Nid("3174011708850003");
        NidHasher hasher = new NidHasher(new byte[NidHasher.KEY_BYTES]);
        byte[] otherKey = new byte[NidHasher.KEY_BYTES];
        otherKey[0] = 1;

        assertThat(hasher.hex(nid, NidHasher.Use.AUDIT))
                .hasSize(64)
                .isEqualTo(hasher.hex(nid, NidHasher.Use.AUDIT))
                .isNotEqualTo(hasher.hex(nid, NidHasher.Use.RECEIPT))
                .isNotEqualTo(new NidHasher(otherKey).hex(nid, NidHasher.Use.AUDIT));
    }

    private static void assertAsExpected(NidCheck check, JsonNode expected) {
        if (!expected.get("valid").booleanValue()) {
            assertThat(check)
                    .isEqualTo(new NidCheck.Refused(
                            NidFault.valueOf(expected.get("reason").textValue())));
            return;
        }
        NidCheck.Accepted accepted = (NidCheck.Accepted) check;
        assertThat(accepted.warnings())
                .extracting(Enum::name)
                .containsExactlyElementsOf(texts(expected.get("warnings")));
        if (expected.has("province")) {
            assertDetails(accepted.details(), expected);
        }
    }

    private static void assertDetails(NidDetails details, JsonNode expected) {
        assertThat(details.provinceCode()).isEqualTo(expected.get("province").textValue());
        assertThat(details.regencyCode()).isEqualTo(expected.get("regency").textValue());
        assertThat(details.districtCode()).isEqualTo(expected.get("district").textValue());
        assertThat(details.regencyName()).isEqualTo(expected.get("regencyName").textValue());
        assertThat(details.districtName())
                .isEqualTo(expected.get("districtName").textValue());
        assertThat(details.sex() == Sex.MALE ? "M" : "F")
                .isEqualTo(expected.get("sex").textValue());
        assertThat(details.birthDateCandidates())
                .extracting(LocalDate::toString)
                .containsExactlyElementsOf(texts(expected.get("birthDateCandidates")));
        assertThat(details.serial()).isEqualTo(expected.get("serial").textValue());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.textValue()));
        return texts;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
