package io.latchkey.notification.webhook;

import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the webhook's answers mean. Definite: the message was taken, is refused for ever, or was not taken and may be later.
 * Lost: a server error after which nobody knows.
 */
final class WebhookAnswers {

    private static final int MAX_BODY = 8 * 1024;

    /** No provider is waited for longer, whatever it says. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final JsonMapper json;
    private final InstantSource clock;

    WebhookAnswers(JsonMapper json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    Answer of(int status, HttpHeaders headers, InputStream body) throws IOException {
        return switch (status / 100) {
            case 2 -> new Answer.Accepted();
            case 4 -> ofRequest(status, headers, body);
            case 5 -> status == 503 ? later(headers) : new Answer.Lost();
            default -> later(headers);
        };
    }

    private Answer ofRequest(int status, HttpHeaders headers, InputStream body) throws IOException {
        return switch (status) {
            // Our address or token is wrong, not the message: an operator can mend that while the message lives.
            case 401, 403, 404, 405 -> later(headers);
            // Too many, or the request never arrived as a whole.
            case 408, 429 -> later(headers);
            // An earlier call with this idempotency key is still being worked on.
            case 409 -> new Answer.Lost();
            default -> new Answer.Refused(reason(body.readNBytes(MAX_BODY)));
        };
    }

    private Answer later(HttpHeaders headers) {
        return new Answer.RetryAfter(headers.firstValue("Retry-After")
                .map(this::retryAfter)
                .filter(Duration::isPositive)
                .map(wait -> wait.compareTo(LONGEST) < 0 ? wait : LONGEST)
                .orElse(Duration.ZERO));
    }

    /** Seconds or an HTTP date (RFC 9110 section 10.2.3). */
    private Duration retryAfter(String value) {
        try {
            return value.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(clock.instant(), httpDate(value));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return Duration.ZERO;
        }
    }

    private static Instant httpDate(String value) {
        return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    private Reason reason(byte[] body) {
        try {
            return switch (json.readTree(body).path("reason").asString("")) {
                case "INVALID_DESTINATION" -> Reason.INVALID_DESTINATION;
                case "BLOCKED_DESTINATION" -> Reason.BLOCKED_DESTINATION;
                default -> Reason.REFUSED;
            };
        } catch (JacksonException e) {
            return Reason.REFUSED;
        }
    }
}
