package io.latchkey.notification.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Fixture;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Started;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** What worker processes share, the store apart: time, the bus, and a provider that remembers every call. */
final class World implements InstantSource, Log, Sender, Reports {

    private final Deque<Answer> script = new ArrayDeque<>();
    final List<Message> calls = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<OutputRecord> produced = new ArrayList<>();
    private boolean busDown;
    private Instant now = Fixture.NOON;

    void pass(Duration time) {
        now = now.plus(time);
    }

    void answers(Answer... answers) {
        script.addAll(List.of(answers));
    }

    void busDown(boolean down) {
        busDown = down;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Answer send(Started attempt) {
        calls.add(attempt.message());
        return script.isEmpty() ? new Answer.Accepted() : script.removeFirst();
    }

    @Override
    public OutputRecord of(Finished end) {
        var text = end.getClass().getSimpleName() + " " + end.id() + " " + end.sequence() + " " + end.eventId();
        return new OutputRecord("events", null, text.getBytes(UTF_8), List.of());
    }

    @Override
    public void produce(List<OutputRecord> records) {
        if (busDown) {
            throw new OutageException("the bus is down");
        }
        produced.addAll(records);
        records.forEach(output -> told.add(new String(output.value(), UTF_8)));
    }

    @Override
    public void commit(Map<InputPartition, Long> next) {}

    static String told(String end, Message message) {
        return end + " " + message.id() + " 1 "
                + Fixture.accepted(1, 0, Fixture.NOON).eventId();
    }
}
