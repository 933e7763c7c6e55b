package io.latchkey.simulation.world;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.notification.delivery.Backoff;
import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Delivery;
import io.latchkey.notification.delivery.Lane;
import io.latchkey.notification.kafka.IntakeConfiguration;
import io.latchkey.notification.kafka.Lifetimes;
import io.latchkey.notification.provider.OpeningSender;
import io.latchkey.notification.provider.Providers;
import io.latchkey.notification.queue.NotificationIntake;
import io.latchkey.notification.queue.Places;
import io.latchkey.notification.queue.QueuePorts;
import io.latchkey.notification.text.TextProperties;
import io.latchkey.notification.text.Texts;
import io.latchkey.notification.worker.WorkerProperties;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.simulation.model.GroupModel.Place;
import io.latchkey.simulation.model.LogModel;
import io.latchkey.simulation.model.QueueModel;
import io.latchkey.simulation.model.TaggedSeals;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts instances together: the services' own parts over the models. */
final class Assembly {

    static final Topics TOPICS = new Topics("", LogModel.PARTITIONS, (short) 1, 1, false);

    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
    private static final int PLACES = 3;

    private final World world;
    private final Wiring wiring;
    private final AvroValues values;
    private final Aggregates<?, ?, ?> registration;
    private final Aggregates<?, ?, ?> verification;
    private final QueueModel queue;

    Assembly(World world, Wiring wiring, AvroValues values, Databases databases) {
        this.world = world;
        this.wiring = wiring;
        this.values = values;
        this.registration = databases.registration();
        this.verification = databases.verification();
        this.queue = databases.queue();
    }

    Node.Parts parts(Node node, Faults faults, NodeLog log) {
        return switch (node.service()) {
            case REGISTRATION -> engine(registration, node, faults, log);
            case VERIFICATION -> engine(verification, node, faults, log);
            case NOTIFICATION -> notification(node, faults, log);
        };
    }

    private Node.Parts engine(Aggregates<?, ?, ?> aggregates, Node node, Faults faults, NodeLog log) {
        var around = new Around(node);
        var policies = new PolicyView(world, node.service());
        policies.begin();
        var ports = new Aggregates.Ports(world, node, faults, log, values, policies);
        var intake = wiring.intake(aggregates.intake(ports, wiring, around), around);
        var beside = new Node.Beside(policies, aggregates.sweeping(ports));
        return new Node.Parts(new Consumption(world, node, intake), null, beside);
    }

    private Node.Parts notification(Node node, Faults faults, NodeLog log) {
        var around = new Around(node);
        var store = new NodeQueue(world, node, queue, faults);
        var sending = new Sending();
        var places =
                new Places(node.run(), Sending.LEASE, lanes(), providers(node).preferred());
        var ports = new QueuePorts(store, log, places, sending, new Delivery(backoff()), node.clock());
        var reader = IntakeConfiguration.reader(TOPICS, values, new Lifetimes(Duration.ofDays(3), Duration.ofDays(7)));
        var intake = new NotificationIntake(
                input -> faults.ask(Port.DECODE, () -> reader.read(input)),
                store,
                node.service().reader(),
                ports,
                Aggregates.NOBODY);
        var reports = IntakeConfiguration.reports(node.service().inputs(), TOPICS, values);
        sending.start(
                node,
                ports,
                end -> faults.ask(Port.ENCODE, () -> reports.of(end)),
                wiring.sender(sender(node), around));
        return new Node.Parts(new Consumption(world, node, wiring.intake(intake, around)), sending, null);
    }

    private OpeningSender sender(Node node) {
        var texts = new Texts(new TextProperties("Latchkey", null));
        return new OpeningSender(
                TaggedSeals.opener(KeyOwner.NOTIFICATION), texts, providers(node), LONGEST_CALL, node.clock());
    }

    private Providers providers(Node node) {
        return new Providers(
                List.of(new Carrier.OfSms(world, node)),
                List.of(new Carrier.OfCalls(world, node)),
                List.of(new Carrier.OfMail(world, node)));
    }

    private static Backoff backoff() {
        return new WorkerProperties(
                        0,
                        1,
                        1,
                        1,
                        1,
                        Sending.LEASE,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(1))
                .backoff();
    }

    private static Map<Lane, Integer> lanes() {
        var lanes = new LinkedHashMap<Lane, Integer>();
        lanes.put(new Lane(Channel.SMS, true), PLACES);
        lanes.put(new Lane(Channel.EMAIL, true), PLACES);
        lanes.put(new Lane(Channel.VOICE, true), PLACES);
        lanes.put(new Lane(Channel.SMS, false), 1);
        lanes.put(new Lane(Channel.EMAIL, false), 1);
        lanes.put(new Lane(Channel.VOICE, false), 1);
        return lanes;
    }

    /** What a mutant sees. */
    private final class Around implements Wiring.Surroundings {

        private final Node node;

        private Around(Node node) {
            this.node = node;
        }

        @Override
        public Service service() {
            return node.service();
        }

        @Override
        public InstantSource clock() {
            return node.clock();
        }

        @Override
        public long committed(InputPartition partition) {
            return node.group().committed(new Place(partition.topic(), partition.partition()));
        }

        @Override
        public List<InputPartition> partitions() {
            return node.service().topics().stream()
                    .flatMap(topic -> world.broker().topic(topic).partitions().stream())
                    .map(LogModel.PartitionModel::id)
                    .toList();
        }
    }
}
