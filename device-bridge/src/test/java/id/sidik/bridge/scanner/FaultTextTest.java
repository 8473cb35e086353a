package id.sidik.bridge.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTextTest {
    @ParameterizedTest
    @EnumSource
    void tellsEveryFaultInEachLanguageInItsOwnWords(DeviceFault.Kind kind) {
        assertThat(FaultText.LANGUAGES)
                .extracting(language -> FaultText.of(kind, language))
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).hasSizeGreaterThan(10).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"faults.properties", "faults_id.properties"})
    void hasNoTextForAFaultThatNobodyFinds(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream content = FaultText.class.getResourceAsStream(file)) {
            texts.load(content);
        }
        List<String> kinds =
                Arrays.stream(DeviceFault.Kind.values()).map(Enum::name).toList();
        assertThat(texts.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jv", "de"})
    void speaksEnglishWhereALanguageHasNoFile(String language) {
        assertThat(FaultText.of(DeviceFault.Kind.ABSENT, Locale.of(language)))
                .isEqualTo(FaultText.of(DeviceFault.Kind.ABSENT, Locale.ENGLISH));
    }
}
