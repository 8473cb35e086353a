package id.sidik.eligibility;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import id.sidik.eligibility.journey.Counter;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** The log of each service as it is configured, fed with what must not be in it. */
class MaskedLogTest {
    @ParameterizedTest
    @ValueSource(strings = {"eligibility-api", "matcher/server", "device-bridge"})
    void noLineHoldsAWholeNumber(String module) throws JoranException {
        String line = logged(
                Path.of("..", module, "src/main/resources/logback.xml"),
                "GET /v1/members/" + Counter.SITI + "?x=1",
                new IllegalStateException("found " + Counter.BUDI, new IllegalArgumentException(Counter.SITI)));

        assertThat(line)
                .doesNotContain(Counter.SITI, Counter.BUDI)
                .contains("GET /v1/members/3174********0003?x=1", "found 3174********0003", "MaskedLogTest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eligibility-api", "device-bridge"})
    void noLineHoldsTheNumberOfACard(String module) throws JoranException {
        String line = logged(
                Path.of("..", module, "src/main/resources/logback.xml"),
                "GET /v1/cards/0001234567890/member",
                new IllegalStateException("found 12345678901 at 0f12345678901a"));

        assertThat(line)
                .doesNotContain("0001234567890", " 12345678901")
                .contains("GET /v1/cards/*******7890/member", "found *******8901 at 0f12345678901a");
    }

    /** What each appender of the configuration writes, one after the other. */
    private static String logged(Path configuration, String message, Throwable failure) throws JoranException {
        LoggerContext context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(configuration.toFile());
        StringBuilder lines = new StringBuilder();
        for (ch.qos.logback.classic.Logger logger : context.getLoggerList()) {
            LoggingEvent event = new LoggingEvent(Logger.class.getName(), logger, Level.WARN, message, failure, null);
            logger.iteratorForAppenders()
                    .forEachRemaining(appender -> lines.append(new String(
                            ((OutputStreamAppender<ILoggingEvent>) appender)
                                    .getEncoder()
                                    .encode(event),
                            UTF_8)));
        }
        context.stop();
        return lines.toString();
    }
}
