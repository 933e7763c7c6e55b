package io.latchkey.simulation.world;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.simulation.model.AvroModel;
import io.latchkey.simulation.model.GroupModel;
import io.latchkey.simulation.model.LogModel;
import io.latchkey.simulation.model.ProviderModel;
import io.latchkey.simulation.world.Facts.Appended;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** An installation: broker, databases, providers, two instances of each service, people. Time passes as it is told to. */
public final class World {

    private static final int INSTANCES = 2;
    private static final Instant BEGINNING = Instant.parse("2026-03-01T08:00:00Z");

    private final AvroValues values;
    private final Trace trace;
    private final LogModel broker = new LogModel();
    private final Map<Service, GroupModel> groups = new EnumMap<>(Service.class);
    private final Databases databases = Databases.empty();
    private final ProviderModel providers = new ProviderModel();
    private final Facts facts = new Facts();
    private final Coverage coverage = new Coverage();
    private final Late late = new Late();
    private final Assembly assembly;
    private final Portal portal;
    private final List<Node> nodes = new ArrayList<>();
    private final Operator operator = new Operator(this);
    private final Outages outages = new Outages();
    private final Leases leases = new Leases();
    private Instant now = BEGINNING;
    private Duration brokerSkew = Duration.ZERO;
    private long steps;
    private long faults;

    /** @param avro kept by a thread from one world to the next, since it is costly to make */
    public World(AvroModel avro, Wiring wiring, Trace trace) {
        this.values = avro.values();
        this.trace = trace;
        this.assembly = new Assembly(this, wiring, values, databases);
        this.portal = new Portal(this, values);
        for (var service : Service.values()) {
            groups.put(service, new GroupModel());
            for (int number = 0; number < INSTANCES; number++) {
                nodes.add(new Node(this, service, number));
            }
        }
        nodes.forEach(Node::start);
    }

    /** Where the history goes. */
    public interface Trace {

        Trace NOWHERE = line -> {};

        void add(Supplier<String> line);
    }

    void trace(String who, Supplier<String> what) {
        trace.add(() -> "%-24s %-16s %s".formatted(now, who, what.get()));
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void brokerSkew(Duration by) {
        brokerSkew = by;
    }

    /** A record is acknowledged; whoever watches the topic has seen it. */
    InputRecord append(OutputRecord output, String by) {
        return appended(broker.append(output, now.plus(brokerSkew)), by);
    }

    InputRecord append(OutputRecord output, int partition, String by) {
        return appended(broker.append(output, partition, now.plus(brokerSkew)), by);
    }

    private InputRecord appended(InputRecord record, String by) {
        var value = decode(record);
        facts.appended(new Appended(record, value, by));
        trace(by, () -> "appended " + record + " " + (value == null ? "(no record)" : Shown.of(value)));
        operator.observe(record);
        if (value != null) {
            coverage.count(value);
            portal.observe(value);
        }
        return record;
    }

    /** Whether the record was a dead letter once, and so may be applied out of order. */
    public boolean operatorHad(InputRecord record) {
        return operator.had(record);
    }

    /** Null for what is no record of the catalogue. */
    public @Nullable SpecificRecord decode(InputRecord record) {
        var bytes = record.value();
        return bytes != null && values.decode(record.partition().topic(), bytes) instanceof Value.Record(var value)
                ? value
                : null;
    }

    byte[] encode(String topic, SpecificRecord record) {
        return values.encode(topic, record);
    }

    /** A fault takes place. */
    void fault(String name, Node node, Port step) {
        faults++;
        coverage.count(name, node.service().label() + " " + step);
        trace(node.name(), () -> name + " at " + step);
    }

    /** A fault of a whole service takes place, whatever its instances are doing. */
    void fault(String name, Service service) {
        faults++;
        nodes.stream()
                .filter(node -> node.service() == service && node.alive())
                .forEach(node -> coverage.count(
                        name, service.label() + " " + node.faults().last()));
        trace(service.label(), () -> name);
    }

    void fault(String name) {
        faults++;
        coverage.count(name, "any");
        trace("world", () -> name);
    }

    void stepped() {
        steps++;
    }

    boolean down(Service service, Port.Part part) {
        return outages.down(service, part, now);
    }

    Operator operator() {
        return operator;
    }

    Leases leases() {
        return leases;
    }

    Outages outages() {
        return outages;
    }

    Assembly assembly() {
        return assembly;
    }

    Late late() {
        return late;
    }

    Portal portal() {
        return portal;
    }

    List<Node> nodes() {
        return nodes;
    }

    GroupModel group(Service service) {
        return Objects.requireNonNull(groups.get(service));
    }

    /** Whether a partition of this id belongs to a topic as it is now. */
    public boolean exists(String partition) {
        return Arrays.stream(Service.values())
                .flatMap(service -> service.topics().stream())
                .flatMap(topic -> broker.topic(topic).partitions().stream())
                .anyMatch(existing -> existing.id().id().equals(partition));
    }

    public LogModel broker() {
        return broker;
    }

    public Databases databases() {
        return databases;
    }

    public ProviderModel providers() {
        return providers;
    }

    public Facts facts() {
        return facts;
    }

    public Coverage coverage() {
        return coverage;
    }

    /** Steps of instances. */
    public long steps() {
        return steps;
    }

    /** Faults that took place. */
    public long faults() {
        return faults;
    }
}
