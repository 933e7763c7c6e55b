package io.latchkey.notification.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.provider.Letter.Sms;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WrappersTest {

    private static final Sms SMS = new Sms(new UUID(1, 2), "+491701234567", "Code 123456");

    @Test
    void aCallThatTakesTooLongIsCutOffAndItsAnswerLost() throws InterruptedException {
        var interrupted = new CountDownLatch(1);
        var limited = new LimitedProvider<>(acme(sms -> sleepy(interrupted)), Duration.ofMillis(50));

        assertThat(limited.send(SMS)).isEqualTo(new Answer.Lost());
        interrupted.await();
    }

    @Test
    void aCallInTimeKeepsItsAnswer() {
        var limited = new LimitedProvider<>(acme(sms -> new Answer.Accepted()), Duration.ofSeconds(10));

        assertThat(limited.send(SMS)).isEqualTo(new Answer.Accepted());
        assertThat(limited.name()).isEqualTo("acme");
    }

    @Test
    void theAnswerOfACallThatEndsInAFaultIsLost() {
        var limited = new LimitedProvider<>(acme(WrappersTest::faulty), Duration.ofSeconds(10));

        assertThat(limited.send(SMS)).isEqualTo(new Answer.Lost());
    }

    @Test
    void theTextOfAFaultIsNotLogged() {
        var logger = (Logger) LoggerFactory.getLogger(LimitedProvider.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);

        new LimitedProvider<>(acme(WrappersTest::faulty), Duration.ofSeconds(10)).send(SMS);
        logger.detachAppender(lines);

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage())
                    .contains("IllegalStateException")
                    .doesNotContain(SMS.to());
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    @Test
    void theTextOfAFaultIsNotShownToObservations() {
        var shown = new ArrayList<@Nullable Throwable>();
        var observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onError(Observation.Context context) {
                shown.add(context.getError());
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        var measured = new MeasuredProvider<>(acme(WrappersTest::faulty), observations);

        assertThatThrownBy(() -> measured.send(SMS)).isInstanceOf(IllegalStateException.class);

        assertThat(shown).isEmpty();
    }

    @Test
    void everyCallIsTimedByProviderAndAnswer() {
        var meters = new SimpleMeterRegistry();
        var observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        var measured = new MeasuredProvider<>(acme(sms -> new Answer.Lost()), observations);

        assertThat(measured.send(SMS)).isEqualTo(new Answer.Lost());

        var timer = meters.get("latchkey.notification.call")
                .tags("provider", "acme", "answer", "Lost")
                .timer();
        assertThat(timer.count()).isOne();
    }

    private static Answer sleepy(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return new Answer.Accepted();
    }

    private static Answer faulty(Sms sms) {
        throw new IllegalStateException("no such number: " + sms.to());
    }

    private static Provider<Sms> acme(Function<Sms, Answer> answer) {
        return new Provider<>() {
            @Override
            public String name() {
                return "acme";
            }

            @Override
            public Answer send(Sms sms) {
                return answer.apply(sms);
            }
        };
    }
}
