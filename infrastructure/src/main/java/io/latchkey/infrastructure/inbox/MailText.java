package io.latchkey.infrastructure.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says.
 *
 * @param plain empty without a plain part
 */
record MailText(String plain, @Nullable String html) {

    static MailText of(Part mail) throws MessagingException, IOException {
        String html = firstOf(mail, "text/html");
        String plain = firstOf(mail, "text/plain");
        return new MailText(plain == null ? "" : plain, html);
    }

    private static @Nullable String firstOf(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String text = firstOf(parts.getBodyPart(i), type);
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }
}
