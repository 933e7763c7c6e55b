package io.latchkey.embedded.demo;

import com.mongodb.client.MongoClients;
import io.latchkey.embedded.installation.InstallationSettings;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** What the demo leaves on parts that are not its own: everything under its names. */
record Leftovers(InstallationSettings settings) {

    void delete() throws InterruptedException {
        var external = settings.external();
        if (external.mongodb() != null) {
            dropDatabases(external.mongodb());
        }
        if (external.bootstrapServers() != null) {
            deleteTopics(external.bootstrapServers());
        }
    }

    private void dropDatabases(String uri) {
        try (var client = MongoClients.create(uri)) {
            client.listDatabaseNames().into(new ArrayList<>()).stream()
                    .filter(name -> name.startsWith(settings.databasePrefix()))
                    .forEach(name -> client.getDatabase(name).drop());
        }
    }

    private void deleteTopics(String bootstrapServers) throws InterruptedException {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            var topics = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(settings.topicPrefix()))
                    .toList();
            admin.deleteTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new Difference("expected to delete the demo's topics: " + e.getCause());
        }
    }
}
