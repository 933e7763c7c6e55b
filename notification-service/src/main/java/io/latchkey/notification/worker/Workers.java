package io.latchkey.notification.worker;

import io.latchkey.messaging.kafka.IntakeStatus;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.queue.AnswerRun;
import io.latchkey.notification.queue.Desk.Answered;
import io.latchkey.notification.queue.FinishRun;
import io.latchkey.notification.queue.QueuePorts;
import io.latchkey.notification.queue.Reports;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;

/**
 * The threads behind the desk. Stopped after the intake: nothing more is claimed, calls under way are waited for, then
 * their answers are recorded and told. Telling has a thread of its own, because answers must be recorded within their
 * lease even while the bus is down.
 */
public final class Workers implements SmartLifecycle {

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final WorkDesk desk;
    private final Driver claiming;
    private final Driver recording;
    private final Driver telling;
    private final ClaimLoop claims;
    private final TrayLoop<Answered> answers;
    private final TrayLoop<Finished> ends;
    private volatile boolean running;

    public Workers(WorkDesk desk, QueuePorts ports, Reports reports, WorkerProperties properties, Parties parties) {
        this.desk = desk;
        this.claiming = new Driver("claiming", parties.status());
        this.recording = new Driver("recording", parties.status());
        this.telling = new Driver("telling", parties.status());
        this.claims = new ClaimLoop(ports, properties, desk.bell(), claiming);
        this.answers = new TrayLoop<>(desk.answers(), batch -> new AnswerRun(ports, batch), item -> {}, recording);
        this.ends = new TrayLoop<>(desk.ends(), batch -> new FinishRun(ports, reports, batch), parties.told(), telling);
    }

    /**
     * Who wants to know.
     *
     * @param told of every end that the bus has taken
     */
    public record Parties(IntakeStatus status, Consumer<Finished> told) {}

    @Override
    public void start() {
        running = true;
        telling.start(ends::run);
        recording.start(answers::run);
        claiming.start(claims::run);
    }

    @Override
    public void stop() {
        claiming.stop(PATIENCE_AT_STOP);
        desk.awaitCalls();
        recording.stop(PATIENCE_AT_STOP);
        telling.stop(PATIENCE_AT_STOP);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    boolean claims() {
        return claiming.isAlive();
    }

    /** Started before the intake and the keys, stopped after them. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 2;
    }
}
