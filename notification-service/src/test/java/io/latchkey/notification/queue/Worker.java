package io.latchkey.notification.queue;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.EngineObserver;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Service;
import io.latchkey.messaging.engine.Store;
import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Fixture;
import io.latchkey.notification.delivery.Lane;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.delivery.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One run of a worker process, walked by hand. To use it no more is a crash. */
final class Worker implements Desk {

    static final Duration LEASE = Duration.ofSeconds(30);

    static final Service SERVICE = new Service("test", "test.redrive");

    private static final Lane CODES = new Lane(Channel.SMS, true);

    final List<Stored<Started>> toSend = new ArrayList<>();
    final List<Answered> answers = new ArrayList<>();
    final List<Finished> ends = new ArrayList<>();
    final Places places;
    private final World world;
    private final QueuePorts ports;

    Worker(World world, NotificationStore store, int places) {
        this.world = world;
        var lanes = new LinkedHashMap<Lane, Integer>();
        lanes.put(CODES, places);
        lanes.put(new Lane(Channel.SMS, false), 1);
        this.places = new Places(UUID.randomUUID().toString(), LEASE, lanes, Map.of(Channel.SMS, "acme"));
        this.ports = new QueuePorts(store, world, this.places, this, Fixture.DELIVERY, world);
    }

    static void finish(BatchRun run) {
        while (run.step()) {}
    }

    /** A batch of one record that asks all of this. */
    BatchRun intake(Request... requests) {
        var partition = new InputPartition("codes", new UUID(5, 5), 0);
        var input = new InputRecord(partition, 0, world.instant(), null, null, List.of());
        return intake(input, record -> new Reader.Reading.Requests(List.of(requests)));
    }

    BatchRun intake(InputRecord input, Reader reader) {
        return new NotificationIntake(reader, new NoPositions(), SERVICE, ports, new NoObserver())
                .begin(List.of(input));
    }

    void takesIn(Request... requests) {
        finish(intake(requests));
    }

    BatchRun look() {
        return new Claims(CODES, ports).begin();
    }

    void claims() {
        places.lanes().forEach(lane -> finish(new Claims(lane, ports).begin()));
        ends.addAll(ports.store().untold(world.instant().minus(LEASE), 100));
    }

    /** Makes every call that is to be made. */
    void calls() {
        for (var attempt : List.copyOf(toSend)) {
            toSend.remove(attempt);
            answered(new Answered(attempt, world.send(attempt.notification())));
            places.giveBack(attempt.notification().message().lane());
        }
    }

    BatchRun recording() {
        var run = new AnswerRun(ports, List.copyOf(answers));
        answers.clear();
        return run;
    }

    BatchRun telling() {
        var run = new FinishRun(ports, world, List.copyOf(ends));
        ends.clear();
        return run;
    }

    /** How many places for codes are free. */
    int free() {
        int free = 0;
        while (places.take(CODES, world.instant()) instanceof Slot.Free) {
            free++;
        }
        for (int i = 0; i < free; i++) {
            places.giveBack(CODES);
        }
        return free;
    }

    /** Everything that can be done now. */
    void settles() {
        claims();
        calls();
        finish(recording());
        finish(telling());
    }

    @Override
    public void send(Stored<Started> attempt) {
        toSend.add(attempt);
    }

    @Override
    public void answered(Answered answered) {
        answers.add(answered);
    }

    @Override
    public void finished(Collection<Finished> finished) {
        ends.addAll(finished);
    }

    private static final class NoPositions implements Positions {
        @Override
        public Store.Progress progress() {
            return Store.Progress.NONE;
        }

        @Override
        public void raise(Map<String, Long> delivered) {}

        @Override
        public void restored(Instant at) {}
    }

    private static final class NoObserver implements EngineObserver {
        @Override
        public void delivered(int records, int outcomes) {}

        @Override
        public void repeated(InputRecord record) {}

        @Override
        public void deadLettered(InputRecord record, DeadLetterReason reason) {}

        @Override
        public void failed(InputRecord record, RuntimeException failure) {}

        @Override
        public void lostRaces(int documents) {}
    }
}
