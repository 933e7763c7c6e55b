package io.latchkey.embedded.installation;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;

/** Looks whether the parts that are not embedded answer, so that an address with a typo is told in seconds. */
final class Reachable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Reachable() {}

    static void mongodb(String uri) {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(connectionString(uri))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
        } catch (MongoException e) {
            throw new StartFailure(
                    "no MongoDB answers at " + hosts(uri) + " (--mongodb): "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    /** @return how many brokers there are */
    static int kafka(String bootstrapServers) {
        int patience = Math.toIntExact(PATIENCE.toMillis());
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrapServers,
                "request.timeout.ms", patience,
                "default.api.timeout.ms", patience))) {
            return admin.describeCluster()
                    .nodes()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .size();
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            throw new StartFailure("no Kafka answers at " + bootstrapServers + " (--bootstrap-servers)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", e);
        }
    }

    static void schemaRegistry(String url) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            URI subjects = URI.create(url.replaceFirst("/*$", "") + "/subjects");
            HttpRequest request =
                    HttpRequest.newBuilder(subjects).timeout(PATIENCE).build();
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new StartFailure("what answers at " + url + " (--schema-registry) with status " + status
                        + " is no schema registry");
            }
        } catch (IllegalArgumentException | IOException e) {
            throw new StartFailure("no schema registry answers at " + url + " (--schema-registry)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", e);
        }
    }

    /** Of a URI, without user and password. */
    static String hosts(String uri) {
        return String.join(",", connectionString(uri).getHosts());
    }

    private static ConnectionString connectionString(String uri) {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            throw new StartFailure("--mongodb must be a URI such as mongodb://127.0.0.1:27017", e);
        }
    }
}
