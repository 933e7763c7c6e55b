package io.latchkey.messaging.autoconfigure;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a service's secrets are.
 *
 * @param directory holds one file per secret; every service has its own
 * @param createMissing makes what is missing; for a machine that nobody prepared
 */
@ConfigurationProperties("latchkey.secrets")
record SecretsProperties(
        @DefaultValue("secrets") Path directory,
        @DefaultValue("false") boolean createMissing) {}
