package io.latchkey.operations.dlt;

import io.latchkey.infrastructure.Ports;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A broker that asks for TLS and for a password: {@code olga} has {@code correct horse}. */
final class SecuredBroker implements AutoCloseable {

    private static final String STORE_PASSWORD = "store-password";

    private final KafkaRaftServer server;
    private final String address;
    private final Path keyStore;

    SecuredBroker(Path directory) throws Exception {
        keyStore = directory.resolve("broker.p12");
        makeCertificate(keyStore);
        var log = directory.resolve("log");
        int port = Ports.orFree(0);
        address = Ports.LOOPBACK + ":" + port;
        format(log.toString());
        server = new KafkaRaftServer(new KafkaConfig(settings(log, port, Ports.orFree(0))), Time.SYSTEM);
        server.startup();
    }

    String address() {
        return address;
    }

    /** What a client must have. */
    Map<String, String> clientSettings(String password) {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login("username=\"olga\" password=\"" + password + "\""),
                "ssl.truststore.location",
                keyStore.toString(),
                "ssl.truststore.password",
                STORE_PASSWORD,
                "ssl.endpoint.identification.algorithm",
                "");
    }

    private static String login(String options) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required " + options + ";";
    }

    private Map<String, String> settings(Path log, int port, int controllerPort) {
        var controller = Ports.LOOPBACK + ":" + controllerPort;
        var settings = new HashMap<>(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.listener.names", "CONTROLLER",
                "listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "SASL_SSL",
                "listeners", "SASL_SSL://" + address + ",CONTROLLER://" + controller,
                "controller.quorum.voters", "1@" + controller,
                "log.dirs", log.toString(),
                "default.replication.factor", "1",
                "offsets.topic.replication.factor", "1"));
        settings.put("message.max.bytes", Integer.toString(2 << 20));
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put(
                "listener.name.sasl_ssl.plain.sasl.jaas.config",
                login("username=\"broker\" password=\"itself\" user_broker=\"itself\" user_olga=\"correct horse\""));
        settings.put("ssl.endpoint.identification.algorithm", "");
        for (var store : List.of("ssl.keystore", "ssl.truststore")) {
            settings.put(store + ".location", keyStore.toString());
            settings.put(store + ".password", STORE_PASSWORD);
        }
        settings.put("ssl.key.password", STORE_PASSWORD);
        return settings;
    }

    /** A certificate that clients and the broker itself trust, since the store holds it as trusted too. */
    private static void makeCertificate(Path store) throws Exception {
        keytool(store, "-genkeypair", "-alias", "broker", "-keyalg", "EC", "-dname", "CN=localhost");
        keytool(store, "-exportcert", "-alias", "broker", "-file", store + ".cer");
        keytool(store, "-importcert", "-noprompt", "-alias", "trusted", "-file", store + ".cer");
    }

    private static void keytool(Path store, String... options) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", STORE_PASSWORD));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
    }

    private static void format(String directory) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory)
                .addDirectory(directory)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
