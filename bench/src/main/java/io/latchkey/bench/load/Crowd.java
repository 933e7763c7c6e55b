package io.latchkey.bench.load;

import io.latchkey.bench.work.Population;
import io.latchkey.bench.work.Side;
import io.latchkey.infrastructure.process.Until;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.kafka.KafkaSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Everybody who enrols with one side. */
final class Crowd implements AutoCloseable {

    private final Portal portal;
    private final Side side;
    private final KafkaSettings settings;
    private Enrolments enrolments;
    private Proofs proofs;
    private @Nullable Arrivals arrivals;

    /** Returns when the services' keys are known. */
    Crowd(Side side, KafkaSettings settings, AvroValues values) throws InterruptedException {
        this.side = side;
        this.settings = settings;
        this.portal = new Portal(side, settings, values);
        portal.awaitKeys();
        this.enrolments = new Enrolments(0);
        this.proofs = new Proofs(side, settings, enrolments);
    }

    /** From this account on. */
    void saturates(int from, int atOnce) throws InterruptedException {
        begin(atOnce);
        arrivals = Arrivals.saturating(enrolments, from, portal::registers);
    }

    void arrives(int from, double perSecond) throws InterruptedException {
        begin(0);
        arrivals = Arrivals.poisson(enrolments, from, portal::registers, perSecond);
    }

    private void begin(int atOnce) throws InterruptedException {
        proofs.close();
        enrolments = new Enrolments(atOnce);
        proofs = new Proofs(side, settings, enrolments);
    }

    /** What somebody sees on the phone is typed at once. */
    void reads(Text text) {
        portal.submits(Population.ofPhone(text.to()), text.codeId(), text.code());
    }

    Enrolments enrolments() {
        return enrolments;
    }

    /** Begins no more. */
    void ends() throws InterruptedException {
        if (arrivals != null) {
            arrivals.close();
        }
    }

    /** Returns when nobody is under way any more, or after this time. */
    void settles(Duration patience) {
        Until.isTrue(patience, () -> enrolments.underWay() == 0);
    }

    /** The account that would come next. */
    int next() {
        return arrivals == null ? 0 : arrivals.next();
    }

    @Override
    public void close() throws InterruptedException {
        ends();
        proofs.close();
        portal.close();
    }
}
