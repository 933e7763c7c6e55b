package io.latchkey.crashtest.round;

import io.latchkey.crashtest.checker.Finding;
import io.latchkey.crashtest.checker.Snapshot;
import io.latchkey.crashtest.process.Service;
import io.latchkey.infrastructure.process.CannotRun;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Takes the watermarks away and sets the groups back to offset 0, so that the services read everything from the beginning. */
record Again(Run run, Quiet quiet) {

    Finding readAll() {
        run.fleet().stop();
        var before = snapshot();
        for (var service : Service.values()) {
            run.evidences().documents().dropWatermark(service.title());
            resetGroup(run.site().group(service));
        }
        run.fleet().startAgain();
        boolean caughtUp = quiet.awaited();
        run.incidents().happened("drop watermarks, reset groups to 0", "");
        return before.compare(snapshot(), caughtUp);
    }

    private Snapshot snapshot() {
        var documents = run.evidences().documents().read();
        long calls = run.calls().size();
        return Snapshot.of(documents, run.evidences().log(), calls);
    }

    private void resetGroup(String group) {
        try (var admin = Admin.create(
                Map.<String, Object>of("bootstrap.servers", run.site().bootstrapServers()))) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var zero = new HashMap<TopicPartition, OffsetAndMetadata>();
            committed.keySet().forEach(partition -> zero.put(partition, new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets(group, zero).all().get();
        } catch (ExecutionException e) {
            throw new CannotRun("group " + group + " cannot be reset: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while resetting group " + group, e);
        }
    }
}
