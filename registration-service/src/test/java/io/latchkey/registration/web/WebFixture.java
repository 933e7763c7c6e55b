package io.latchkey.registration.web;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.latchkey.infrastructure.TemporaryDirectory;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.secrets.Secrets;
import io.latchkey.registration.method.Registration;
import io.latchkey.registration.mongo.Seeds;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Reading over real HTTP from a real database, and an issuer. */
final class WebFixture {

    /** Tests that share it have tenants of their own. */
    static final WebFixture SHARED = new WebFixture();

    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();
    private final TemporaryDirectory secrets = TemporaryDirectory.create("latchkey-web-");
    private final MongoClient client = MongoClients.create(database.uri());
    private final Tokens tokens = new Tokens();
    private final Seeds seeds = new Seeds(database(), new Secrets(secrets.path(), true));
    private ConfigurableApplicationContext context;

    WebFixture() {
        tokens.publish(secrets.path().resolve("issuer.pem"));
        context = run(Map.of());
    }

    private ConfigurableApplicationContext run(Map<String, String> properties) {
        var given = Map.of(
                "spring.mongodb.uri", database.uri(),
                "latchkey.secrets.directory", secrets.path().toString(),
                "latchkey.registration.web.token.public-key",
                        secrets.path().resolve("issuer.pem").toString(),
                "latchkey.registration.web.eligibility-takes", "5ms",
                "management.endpoint.health.validate-group-membership", "false",
                "server.address", "127.0.0.1",
                "server.port", "0");
        return new SpringApplicationBuilder(OnlyWeb.class)
                .properties("spring.config.name=registration-service")
                .run(Stream.concat(given.entrySet().stream(), properties.entrySet().stream())
                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new));
    }

    void restart(Map<String, String> properties) {
        context.close();
        context = run(properties);
    }

    void stopTheDatabase() {
        database.close();
    }

    void close() {
        context.close();
        client.close();
        database.close();
        secrets.close();
    }

    Tokens tokens() {
        return tokens;
    }

    MongoDatabase database() {
        return client.getDatabase("registration");
    }

    OnlyWeb.TestPolicies policies() {
        return bean(OnlyWeb.TestPolicies.class);
    }

    OnlyWeb.Commands commands() {
        return bean(OnlyWeb.Commands.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    static String newTenant() {
        return "t-" + UUID.randomUUID();
    }

    void provision(String tenant, String user, Registration state) {
        seeds.write(new AggregateKey(tenant, user), state);
    }

    void provision(String tenant, Map<String, Registration> users) {
        seeds.writeAll(users.entrySet().stream()
                .collect(Collectors.toMap(user -> new AggregateKey(tenant, user.getKey()), Map.Entry::getValue)));
    }

    void erase(String tenant, String user) {
        seeds.erase(new AggregateKey(tenant, user));
    }

    /** Asks in somebody's name. */
    Caller as(String token) {
        return new Caller(this, token);
    }

    Caller asNobody() {
        return new Caller(this, null);
    }
}
