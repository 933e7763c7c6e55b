package io.latchkey.notification.smtp;

import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Reason;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a failed transmission means. A reply of the server is definite: 4yz may be tried again, 5yz not (RFC 5321 section 4.2.1). */
final class SmtpAnswers {

    private SmtpAnswers() {}

    static Answer of(MessagingException failure) {
        return first(failure, SMTPAddressFailedException.class)
                .map(refused -> of(refused.getReturnCode(), Reason.INVALID_DESTINATION))
                .or(() -> first(failure, SMTPSendFailedException.class)
                        .map(refused -> of(refused.getReturnCode(), Reason.REFUSED)))
                .orElseGet(Answer.Lost::new);
    }

    private static Answer of(int reply, Reason reason) {
        return switch (reply / 100) {
            case 4 -> new Answer.RetryAfter(Duration.ZERO);
            // 530, 534, 535, 538: our credentials are refused, not the message; an operator can mend that.
            case 5 -> reply / 10 == 53 ? new Answer.RetryAfter(Duration.ZERO) : new Answer.Refused(reason);
            default -> new Answer.Lost();
        };
    }

    private static <E extends MessagingException> Optional<E> first(MessagingException failure, Class<E> type) {
        for (Exception next = failure; next instanceof MessagingException chained; next = chained.getNextException()) {
            if (type.isInstance(chained)) {
                return Optional.of(type.cast(chained));
            }
        }
        return Optional.empty();
    }
}
