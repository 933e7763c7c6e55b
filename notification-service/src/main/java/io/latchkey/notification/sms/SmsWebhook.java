package io.latchkey.notification.sms;

import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.provider.Letter.Sms;
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
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Posts text messages to a webhook. A failure before the connection stands is definite; any later one is a lost answer. */
final class SmsWebhook implements Provider<Sms> {

    private static final Logger LOG = LoggerFactory.getLogger(SmsWebhook.class);

    /** Checked here, since the HTTP client quotes a header's value when it refuses it. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    private static final Answer LATER = new Answer.RetryAfter(Duration.ZERO);

    private final SmsProperties properties;
    private final SmsAnswers answers;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient client;

    SmsWebhook(SmsProperties properties, HttpClient client, InstantSource clock) {
        this.properties = properties;
        this.client = client;
        this.answers = new SmsAnswers(json, clock);
    }

    @Override
    public String name() {
        return properties.name();
    }

    @Override
    public Answer send(Sms sms) {
        try {
            return post(request(sms));
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

    private HttpRequest request(Sms sms) throws UnreadableTokenException {
        var key = sms.notificationId().toString();
        var body = json.writeValueAsBytes(Map.of("idempotencyKey", key, "to", sms.to(), "text", sms.text()));
        var request = HttpRequest.newBuilder(properties.url())
                .timeout(properties.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        var token = properties.tokenFile();
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
