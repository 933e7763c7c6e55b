package io.latchkey.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.latchkey.notification.provider.Letter.Call;
import io.latchkey.notification.provider.Letter.Sms;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is told.
 *
 * @param to E.164
 * @param extension digits to dial once the call is answered
 * @param language of a text that is spoken
 */
@JsonInclude(Include.NON_NULL)
record WebhookBody(
        String idempotencyKey,
        String to,
        @Nullable String extension,
        @Nullable String language,
        String text) {

    static WebhookBody of(Sms sms) {
        return new WebhookBody(sms.notificationId().toString(), sms.to(), null, null, sms.text());
    }

    static WebhookBody of(Call call) {
        return new WebhookBody(
                call.notificationId().toString(), call.to(), call.extension(), call.language(), call.text());
    }

    /** Shows nothing personal. */
    @Override
    public String toString() {
        return "WebhookBody[" + idempotencyKey + "]";
    }
}
