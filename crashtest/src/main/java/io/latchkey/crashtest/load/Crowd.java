package io.latchkey.crashtest.load;

import io.latchkey.crashtest.provider.SmsProvider;
import io.latchkey.infrastructure.process.CannotRun;
import io.latchkey.infrastructure.process.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.errors.InterruptException;

/** The persons of one round, all at once. */
public final class Crowd {

    private static final Duration LAST_ONES = Duration.ofSeconds(15);

    private final List<Thread> persons = new ArrayList<>();
    private final Collection<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Instant end;

    /** @param token that is in every text that names somebody */
    public Crowd(
            Portal portal, SmsProvider provider, Mailbox mailbox, String token, long seed, int count, Instant end) {
        this.end = end;
        for (int i = 0; i < count; i++) {
            var random = new Random(seed * 1_000 + i);
            var userId = "u-" + Long.toHexString(random.nextLong());
            var values = new Values(token, userId, random, portal.ledger());
            var person = new Person(portal, provider, mailbox, values, random, end);
            persons.add(Thread.ofVirtual().name("person-" + i).start(() -> live(person)));
        }
    }

    private void live(Person person) {
        try {
            person.run();
        } catch (InterruptException e) {
            // What it was about to send is not acknowledged, and promises nothing.
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    /** Returns when nobody does anything any more. */
    public void awaitEnd() {
        Until.isTrue(
                Duration.between(Instant.now(), end).plus(LAST_ONES),
                () -> persons.stream().noneMatch(Thread::isAlive));
        persons.forEach(Thread::interrupt);
        for (var person : persons) {
            try {
                person.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        failures.stream().findFirst().ifPresent(failure -> {
            throw new CannotRun("somebody cannot go on: " + failure, failure);
        });
    }
}
