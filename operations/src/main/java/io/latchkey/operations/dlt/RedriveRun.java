package io.latchkey.operations.dlt;

import io.latchkey.messaging.engine.Redrives;
import io.latchkey.messaging.engine.Redrives.Order;
import java.util.Optional;
import java.util.function.Consumer;

/** Decides of each dead letter whether it goes back. One that was redriven and did not fail again since is left alone. */
final class RedriveRun implements Consumer<Appearance> {

    /** @param again whether what was redriven already is redriven once more */
    record Options(Order order, boolean again, Optional<Long> limit) {}

    private final Installation installation;
    private final RedriveLog redrives;
    private final Options options;
    private final Outbox outbox;
    private final RedriveReport report;
    private long taken;

    RedriveRun(Installation installation, RedriveLog redrives, Options options, Outbox outbox, RedriveReport report) {
        this.installation = installation;
        this.redrives = redrives;
        this.options = options;
        this.outbox = outbox;
        this.report = report;
    }

    @Override
    public void accept(Appearance appearance) {
        if (options.limit().filter(limit -> taken >= limit).isPresent()) {
            return;
        }
        var letter = appearance.letter();
        var hindrance = letter.hindrance();
        if (hindrance.isPresent()) {
            report.failed(letter, hindrance.get());
        } else if (!appearance.open() && !options.again()) {
            report.skipped(letter, "redriven already, and it has not failed again since; --again does it once more");
        } else {
            installation
                    .redriveTopic(letter.service())
                    .ifPresentOrElse(
                            topic -> send(letter, topic),
                            () -> report.failed(letter, "no service " + letter.service() + " has a redrive topic"));
        }
    }

    private void send(DeadLetter letter, String topic) {
        taken++;
        int attempt = redrives.nextAttempt(letter);
        outbox.send(letter, attempt, Redrives.redriven(topic, letter.output(), attempt, options.order()));
    }
}
