package io.latchkey.messaging.autoconfigure;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom a service seals for.
 *
 * @param pinnedFingerprints of the only public keys that are accepted, as {@code up} prints them; empty for all that the
 *     keys topic holds
 */
@ConfigurationProperties("latchkey.sealing")
record SealingProperties(@DefaultValue List<String> pinnedFingerprints) {}
