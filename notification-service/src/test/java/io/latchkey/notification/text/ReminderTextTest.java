package io.latchkey.notification.text;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.notification.delivery.Content.ReconfirmReminder;
import io.latchkey.notification.delivery.EventOrder;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reminder says since when the methods are due, and each says it more urgently than the one before. */
class ReminderTextTest {

    private final Texts texts = new Texts(new TextProperties("Latchkey", null));

    @ParameterizedTest
    @CsvSource({"en, 5 March 2026", "de, 05.03.2026", "zh, 2026年3月5日", "fr, 5 March 2026"})
    void saysSinceWhen(String locale, String since) {
        assertThat(IntStream.rangeClosed(1, 3).mapToObj(number -> reminder(locale, number)))
                .allSatisfy(text -> assertThat(text).contains(since).doesNotContain("{"))
                .doesNotHaveDuplicates();
    }

    @Test
    void isMoreUrgentEachTime() {
        assertThat(sms(1)).startsWith("Latchkey: please check");
        assertThat(sms(2)).startsWith("Latchkey: 2nd reminder").endsWith("Please do it now.");
        assertThat(sms(3)).startsWith("Latchkey: LAST REMINDER").endsWith("Confirm them today.");
    }

    @Test
    void hasWordsForANumberThatNobodyKnows() {
        assertThat(sms(4)).isEqualTo(sms(3));
        assertThat(sms(0)).isEqualTo(sms(1));
    }

    private String reminder(String locale, int number) {
        var values = values(number);
        var mail = texts.mail(ID, "somebody@contoso.example", locale, values);
        assertThat(mail.html()).doesNotContain("{");
        assertThat(texts.call(ID, "+14255550100", locale, values).text()).doesNotContain("{", "\n");
        return texts.sms(ID, "+491701234567", locale, values).text() + mail.subject() + mail.plain();
    }

    private String sms(int number) {
        return texts.sms(ID, "+491701234567", "en", values(number)).text();
    }

    private static Values values(int number) {
        var dueAt = Instant.parse("2026-03-05T23:30:00Z");
        return Values.ofReminder(new ReconfirmReminder(dueAt, number, new EventOrder(NOON, 1), null));
    }
}
