package io.latchkey.notification.webhook;

import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.provider.Letter;
import io.latchkey.notification.provider.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Posts letters to a webhook. A failure before the connection stands is definite; any later one is a lost answer. */
final class Webhook<L extends Letter> implements Provider<L> {

    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);

    /** Checked here, since the HTTP client quotes a header's value when it refuses it. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    private static final Answer LATER = new Answer.RetryAfter(Duration.ZERO);

    private final WebhookSettings settings;
    private final WebhookAnswers answers;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient client;
    private final Function<L, WebhookBody> body;

    Webhook(WebhookSettings settings, HttpClient client, InstantSource clock, Function<L, WebhookBody> body) {
        this.settings = settings;
        this.client = client;
        this.body = body;
        this.answers = new WebhookAnswers(json, clock);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Answer send(L letter) {
        try {
            return post(request(letter));
        } catch (UnreadableTokenException e) {
            LOG.warn("{} is not called: {}", name(), e.getMessage());
            return LATER;
        } catch (ConnectException
                | HttpConnectTimeoutException
                | SSLHandshakeException
                | UnresolvedAddressException e) {
            return LATER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Lost();
        } catch (IOException e) {
            return new Answer.Lost();
        }
    }

    private Answer post(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return answers.of(response.statusCode(), response.headers(), body);
        }
    }

    private HttpRequest request(L letter) throws UnreadableTokenException {
        var request = HttpRequest.newBuilder(settings.url())
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", letter.notificationId().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body.apply(letter))));
        var token = settings.tokenFile();
        return token == null
                ? request.build()
                : request.header("Authorization", bearer(token)).build();
    }

    private static String bearer(Path file) throws UnreadableTokenException {
        var token = token(file);
        if (!TOKEN.matcher(token).matches()) {
            throw new UnreadableTokenException("the token file holds something else than one token");
        }
        return "Bearer " + token;
    }

    private static String token(Path file) throws UnreadableTokenException {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UnreadableTokenException("the token file cannot be read");
        }
    }

    /** Nobody was called; an operator can mend that while the message lives. The text is ours alone. */
    private static final class UnreadableTokenException extends Exception {
        UnreadableTokenException(String message) {
            super(message);
        }
    }
}
