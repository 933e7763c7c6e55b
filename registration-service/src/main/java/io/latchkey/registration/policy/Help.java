package io.latchkey.registration.policy;

import io.latchkey.registration.destination.EmailAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To whom people turn who cannot reset.
 *
 * @param helpdesk a link or an email address that replaces writing to administrators
 * @param administrators at most 100
 */
public record Help(@Nullable String helpdesk, List<EmailAddress> administrators) {

    public Help {
        administrators = List.copyOf(administrators);
    }
}
