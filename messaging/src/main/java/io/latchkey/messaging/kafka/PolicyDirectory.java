package io.latchkey.messaging.kafka;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.schemas.PolicyDefined;
import io.latchkey.schemas.topics.Topic;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * The policy in force of every tenant, as one service reads it. A service that declares one as a bean follows the policies
 * topic while it runs, and is not ready before it has read it to the end that it had at the start.
 *
 * @param <P> what the service needs of a policy
 */
public final class PolicyDirectory<P> implements AutoCloseable {

    private final CompactedView<P> view;
    private final P withoutPolicy;

    /** @param withoutPolicy what a tenant has that never defined one */
    public PolicyDirectory(CompactedView<P> view, P withoutPolicy) {
        this.view = view;
        this.withoutPolicy = withoutPolicy;
    }

    /** @param reading of a record; what it throws leaves the tenant with what was known of it before */
    public static <P> PolicyDirectory<P> following(
            KafkaSettings settings,
            Topics topics,
            AvroValues values,
            Function<PolicyDefined, P> reading,
            P withoutPolicy) {
        var view = new CompactedView<P>(
                Topic.POLICIES.stem(),
                topics.name(Topic.POLICIES),
                () -> new KafkaConsumer<byte[], byte[]>(settings.reader()),
                values,
                record -> record instanceof PolicyDefined defined
                        ? Optional.of(reading.apply(defined))
                        : Optional.empty());
        return new PolicyDirectory<>(view, withoutPolicy);
    }

    /** @throws io.latchkey.messaging.engine.OutageException while the topic was not read to its end */
    public P of(String tenantId) {
        return view.value(tenantId).orElse(withoutPolicy);
    }

    /** Those that have defined one. */
    public Set<String> tenants() {
        return view.keys();
    }

    public void start() {
        view.start();
    }

    /** Why nothing can be looked up yet; empty once it can. */
    public Optional<String> problem() {
        return view.problem();
    }

    @Override
    public void close() {
        view.close();
    }
}
