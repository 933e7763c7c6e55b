package io.latchkey.simulation.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.schemas.ReconfirmTick;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.simulation.model.LogModel;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/** Portals, administrators and the people behind them: what they publish, from what they have seen and read. */
final class Portal {

    private static final List<AggregateKey> ACCOUNTS =
            List.of(new AggregateKey("t1", "ann"), new AggregateKey("t1", "bob"), new AggregateKey("t2", "cas"));

    private static final AggregateKey NOBODY = new AggregateKey("t3", "nobody");

    private final World world;
    private final Publisher publisher;
    private final Seen seen;
    private final People people;
    private final Administrators administrators;
    private final Set<AggregateKey> provisioned = new HashSet<>();

    Portal(World world, AvroValues values) {
        this.world = world;
        this.publisher = new Publisher(world, values);
        this.seen = new Seen(world.providers());
        this.people = new People(publisher, seen);
        this.administrators = new Administrators(publisher, seen);
    }

    void observe(SpecificRecord event) {
        seen.observe(event);
    }

    /** People read what providers took. */
    void read() {
        seen.read();
    }

    void publish(int what, int whom, int how) {
        var account = account(whom);
        if (how % 4 != 0 && provisioned.add(account)) {
            administrators.provision(account, publisher.next(), 1);
            return;
        }
        switch (what % 16) {
            case 0, 1, 2 -> administrators.provision(account, publisher.next(), how);
            case 3, 4, 5, 6, 7, 8 -> people.register(account, publisher.next(), how);
            case 9, 10 -> people.resend(how);
            case 11 -> people.confirm(how);
            case 12 -> reuse(account, how);
            case 13 -> misaddress(account, how);
            case 14 -> world.append(garbage(account), "portal");
            default -> everybody(how);
        }
    }

    private static AggregateKey account(int whom) {
        return ACCOUNTS.get(whom % ACCOUNTS.size());
    }

    void administer(int what, int whom, int how) {
        administrators.ask(what, account(whom), how);
    }

    void wish(int what, int whom, int how) {
        people.wish(what, account(whom), how);
    }

    void guess(int which, int many, int how) {
        people.guess(which, many, how);
    }

    void prove(int which) {
        people.prove(which);
    }

    private void everybody(int how) {
        ACCOUNTS.forEach(account -> people.register(account, publisher.next(), how));
    }

    /** An id that was used before, with the same wish or another. */
    private void reuse(AggregateKey account, int how) {
        if (!publisher.published().isEmpty()) {
            people.register(account, Seen.lately(publisher.published(), how), how / 5);
        }
    }

    /** A key that names another account than the record. */
    private void misaddress(AggregateKey account, int how) {
        var other = ACCOUNTS.get((ACCOUNTS.indexOf(account) + 1) % ACCOUNTS.size());
        var record = people.registration(other, publisher.next(), true, "+49171000000" + how % 2);
        publisher.append(Topic.REGISTRATION_COMMANDS, account, record, "portal");
    }

    private static OutputRecord garbage(AggregateKey account) {
        var topic = Service.name(Topic.VERIFICATION_COMMANDS);
        return new OutputRecord(topic, account.value().getBytes(UTF_8), new byte[] {1, 2, 3}, List.of());
    }

    /** On every partition something that changes nothing. */
    void askAfterNobody() {
        var name = Service.name(Topic.REGISTRATION_TICKS);
        var record = new ReconfirmTick(publisher.metadata(NOBODY, publisher.next()), world.now());
        var output = new OutputRecord(name, NOBODY.value().getBytes(UTF_8), world.encode(name, record), List.of());
        IntStream.range(0, LogModel.PARTITIONS).forEach(partition -> world.append(output, partition, "scan"));
    }

    void tick(AggregateKey account, Instant asOf) {
        var record = new ReconfirmTick(publisher.metadata(account, publisher.next()), asOf);
        publisher.append(Topic.REGISTRATION_TICKS, account, record, "scan");
    }
}
