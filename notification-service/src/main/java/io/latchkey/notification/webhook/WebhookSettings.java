package io.latchkey.notification.webhook;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a webhook needs to know, whatever it carries. */
interface WebhookSettings {

    URI url();

    /** Of the provider, in events and metrics. */
    String name();

    /** Holds the bearer token; read for every call, so that it can be replaced while the service runs. None: no token is sent. */
    @Nullable
    Path tokenFile();

    /** Until the connection stands. */
    Duration connectTimeout();

    /** Of a whole call. */
    Duration timeout();
}
