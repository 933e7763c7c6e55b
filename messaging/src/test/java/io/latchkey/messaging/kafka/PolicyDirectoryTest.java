package io.latchkey.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** Following the policies of all tenants. */
class PolicyDirectoryTest extends PolicyTopic {

    private static final Instant LATER_EPOCH = EPOCH.plusSeconds(1);
    private static final int WITHOUT_POLICY = 6;
    private static final Map<String, String> COMPACTED_AT_ONCE = Map.of(
            "cleanup.policy", "compact",
            "segment.ms", "100",
            "min.cleanable.dirty.ratio", "0.001",
            "max.compaction.lag.ms", "100");

    @Test
    void nothingCanBeLookedUpBeforeTheTopicWasRead() {
        var policies = directory();
        assertThat(policies.problem()).contains("the policies topic was not read to its end yet");
        assertThatThrownBy(() -> policies.of(CONTOSO))
                .isInstanceOf(OutageException.class)
                .hasMessageContaining("policies");
    }

    @Test
    void anEmptyTopicIsReadAtOnceAndEverybodyHasTheDefaults() {
        assertThat(started().of(CONTOSO)).isEqualTo(WITHOUT_POLICY);
    }

    @Test
    void whatWasThereAtTheStartIsKnownWhenReady() throws Exception {
        put(defined(1, 7));
        put(defined("fabrikam", EPOCH, 1, 10));
        var policies = started();
        assertThat(policies.of(CONTOSO)).isEqualTo(7);
        assertThat(policies.of("fabrikam")).isEqualTo(10);
        assertThat(policies.of("adatum")).isEqualTo(WITHOUT_POLICY);
    }

    @Test
    void theNewestOfSeveralVersionsWins() throws Exception {
        put(defined(1, 7));
        put(defined(2, 8));
        put(defined(3, 9));
        assertThat(started().of(CONTOSO)).isEqualTo(9);
    }

    @Test
    void theNewestWinsOnceTheOthersAreCompactedAway() throws Exception {
        compactSoon();
        var compacted = topics("compacted.");
        var name = compacted.name(Topic.POLICIES);
        admin.createTopics(List.of(new NewTopic(name, 1, (short) 1).configs(COMPACTED_AT_ONCE)))
                .all()
                .get();
        for (int version = 1; version <= 3; version++) {
            send(name, CONTOSO, values.encode(name, defined(version, 6 + version)));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> versionsOfContoso(name) == 1);
        var policies = directory(compacted, values, broker.bootstrapServers());
        policies.start();
        await().until(() -> policies.problem().isEmpty());
        assertThat(policies.of(CONTOSO)).isEqualTo(9);
    }

    @Test
    void whatIsDefinedLaterIsLearned() throws Exception {
        put(defined(1, 7));
        var policies = started();
        put(defined(2, 8));
        awaitLength(policies, 8);
    }

    @Test
    void anOlderOneThatArrivesLaterChangesNothing() throws Exception {
        put(defined(3, 9));
        put(defined(2, 8));
        put(defined(CONTOSO, EPOCH.minusSeconds(1), 7, 7));
        var policies = started();
        assertThat(policies.of(CONTOSO)).isEqualTo(9);
        put(defined(1, 7));
        put(defined("fabrikam", EPOCH, 1, 10));
        await().untilAsserted(() -> assertThat(policies.of("fabrikam")).isEqualTo(10));
        assertThat(policies.of(CONTOSO)).isEqualTo(9);
    }

    @Test
    void aLaterEpochCountsFromTheStart() throws Exception {
        put(defined(CONTOSO, EPOCH, 7, 9));
        put(defined(CONTOSO, LATER_EPOCH, 1, 8));
        assertThat(started().of(CONTOSO)).isEqualTo(8);
    }

    @Test
    void aRepeatOfTheSameValueIsTheSameValue() throws Exception {
        put(defined(1, 7));
        put(defined(1, 7));
        assertThat(started().of(CONTOSO)).isEqualTo(7);
    }

    @Test
    void aTombstoneTakesAPolicyAwayAndNothingOlderBringsItBack() throws Exception {
        put(defined(1, 7));
        var policies = started();
        tombstone(new ValueOrder(EPOCH, 2));
        awaitLength(policies, WITHOUT_POLICY);
        put(defined(1, 7));
        put(defined("fabrikam", EPOCH, 1, 10));
        await().untilAsserted(() -> assertThat(policies.of("fabrikam")).isEqualTo(10));
        assertThat(policies.of(CONTOSO)).isEqualTo(WITHOUT_POLICY);
    }

    @Test
    void anOldTombstoneTakesNothingAway() throws Exception {
        put(defined(3, 9));
        tombstone(new ValueOrder(EPOCH, 2));
        assertThat(started().of(CONTOSO)).isEqualTo(9);
    }

    @Test
    void aTopicThatIsMissingIsWaitedFor() throws Exception {
        var late = topics("late.");
        var policies = directory(late, values, broker.bootstrapServers());
        policies.start();
        await().untilAsserted(() -> assertThat(policies.problem())
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains(late.name(Topic.POLICIES) + " does not exist")));
        assertThatThrownBy(() -> policies.of(CONTOSO)).isInstanceOf(OutageException.class);
        admin.createTopics(List.of(new NewTopic(late.name(Topic.POLICIES), 1, (short) 1)))
                .all()
                .get();
        await().until(() -> policies.problem().isEmpty());
    }

    @Test
    void aRegistryThatDoesNotAnswerIsWaitedFor() throws Exception {
        put(defined(1, 7));
        var dead = EmbeddedRegistry.inMemory();
        var url = dead.url();
        dead.close();
        var policies = directory(
                topics, opened(AvroValues.with(Map.of("schema.registry.url", url))), broker.bootstrapServers());
        policies.start();
        await().untilAsserted(() -> assertThat(policies.problem())
                .hasValueSatisfying(reason -> assertThat(reason).contains("registry")));
        assertThatThrownBy(() -> policies.of(CONTOSO)).isInstanceOf(OutageException.class);
    }

    @Test
    void closingEndsTheThread() {
        var policies = started();
        policies.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("latchkey-policies"));
    }

    private Topics topics(String more) {
        return new Topics(topics.prefix() + more, 1, (short) 1, 1, false);
    }

    private PolicyDirectory<Integer> directory() {
        return directory(topics, values, broker.bootstrapServers());
    }

    private PolicyDirectory<Integer> directory(Topics of, AvroValues by, String address) {
        return opened(
                PolicyDirectory.following(settings(address), of, by, PolicyDirectoryTest::length, WITHOUT_POLICY));
    }

    private PolicyDirectory<Integer> started() {
        var policies = directory();
        policies.start();
        await().until(() -> policies.problem().isEmpty());
        return policies;
    }

    private static void awaitLength(PolicyDirectory<Integer> policies, int length) {
        await().untilAsserted(() -> assertThat(policies.of(CONTOSO)).isEqualTo(length));
    }

    /** The cleaner would look for something to compact every 15 seconds. */
    private static void compactSoon() throws Exception {
        var often = new AlterConfigOp(new ConfigEntry("log.cleaner.backoff.ms", "100"), AlterConfigOp.OpType.SET);
        var allBrokers = new ConfigResource(ConfigResource.Type.BROKER, "");
        admin.incrementalAlterConfigs(Map.of(allBrokers, List.of(often))).all().get();
    }

    /** Only a closed segment is compacted, and it takes a further record to close one. */
    private static long versionsOfContoso(String name) throws Exception {
        send(name, "fabrikam", values.encode(name, defined("fabrikam", EPOCH, 1, 10)));
        try (var consumer = new KafkaConsumer<byte[], byte[]>(
                settings(broker.bootstrapServers()).reader())) {
            var partition = new TopicPartition(name, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(5)).records(partition).stream()
                    .filter(record -> new String(record.key(), UTF_8).equals(CONTOSO))
                    .count();
        }
    }
}
