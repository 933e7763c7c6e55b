package io.latchkey.notification.text;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.Content.Actor;
import io.latchkey.notification.delivery.Content.Change;
import io.latchkey.notification.delivery.Content.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailTextTest {

    private final Texts texts = new Texts(new TextProperties("Tom & Co", null));

    @Test
    void saysTheSameInBothParts() {
        var code = new Values("code", Map.of("digits", "123456", "number", "3", "time", "12:00 UTC", "minutes", "10"));

        var mail = texts.mail(ID, "somebody@contoso.example", "de-DE", code);

        assertThat(mail.subject()).isEqualTo("Tom & Co: Ihr Code (Nr. 3)");
        assertThat(mail.plain()).contains("\n\n123456\n\n", "Nr. 3", "12:00 UTC", "10 Minuten");
        assertThat(mail.html()).contains("<html lang=\"de\">", "<strong>123456</strong>", "12:00 UTC", "10 Minuten");
    }

    @Test
    void escapesWhatItIsGiven() {
        var change = Values.ofNotice(new Content.Notice(Change.ADDED, Kind.EMAIL, "<b>•••@•••", Actor.PERSON, false));

        var mail = texts.mail(ID, "somebody@contoso.example", "en", change);

        assertThat(mail.html()).contains("&lt;b&gt;", "Tom &amp; Co").doesNotContain("<b>");
        assertThat(mail.plain()).contains("<b>•••@•••");
    }

    @Test
    void showsNothingPersonalWhenPrinted() {
        var code = new Values("code", Map.of("digits", "123456"));

        assertThat(texts.mail(ID, "somebody@contoso.example", "en", code) + " " + code)
                .doesNotContain("somebody", "123456");
    }
}
