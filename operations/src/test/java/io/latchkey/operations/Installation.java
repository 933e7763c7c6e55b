package io.latchkey.operations;

import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One broker and one registry for all classes of a run, which end with it. */
final class Installation implements BeforeAllCallback {

    private @Nullable Servers servers;

    private record Servers(EmbeddedBroker broker, EmbeddedRegistry registry) implements AutoCloseable {

        private static Servers start() {
            return new Servers(EmbeddedBroker.ephemeral(), EmbeddedRegistry.inMemory());
        }

        @Override
        public void close() throws Exception {
            try (registry) {
                broker.close();
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        servers = context.getRoot()
                .getStore(Namespace.create(Installation.class))
                .computeIfAbsent(Servers.class, key -> Servers.start(), Servers.class);
    }

    private Servers servers() {
        return Objects.requireNonNull(servers, "started before the first test");
    }

    String bootstrapServers() {
        return servers().broker().bootstrapServers();
    }

    String schemaRegistry() {
        return servers().registry().url();
    }
}
