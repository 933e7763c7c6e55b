package io.latchkey.notification.text;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.latchkey.messaging.decision.Mask;
import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.Content.Actor;
import io.latchkey.notification.delivery.Content.Change;
import io.latchkey.notification.delivery.Content.Kind;
import io.latchkey.notification.delivery.EventOrder;
import io.latchkey.notification.delivery.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text message fits one segment; a second one would cost double, and may arrive in the wrong order. */
class SmsSegmentTest {

    /** The GSM 7-bit alphabet (3GPP TS 23.038, 6.2.1), written down anew. */
    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLM"
                    + "NOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String ESCAPED = "^{}\\[~]|€";

    private static final TextProperties LONGEST = new TextProperties("Elevenchars", "reset.accounts.contoso.example");

    @ParameterizedTest
    @MethodSource("everyLanguageAndText")
    void holdsTheLongestValues(String locale, Values values) {
        var sms = new Texts(LONGEST).sms(ID, "+491701234567", locale, values);

        assertThat(segments(sms.text())).as(sms.text()).isOne();
        assertThat(sms.text()).doesNotContain("{", "•");
    }

    static Stream<Arguments> everyLanguageAndText() {
        return Stream.of("en", "de", "zh").flatMap(locale -> longest().map(values -> arguments(locale, values)));
    }

    private static Stream<Values> longest() {
        var code = new Content.Code(sealed("digits"), Integer.MAX_VALUE, NOON.plus(Duration.ofHours(11)));
        var message = new Message(
                ID,
                ACCOUNT,
                code,
                Channel.SMS,
                METHOD,
                sealed("destination"),
                "en",
                code.requestedAt().plus(Duration.ofMinutes(10)),
                SENT,
                ID);
        return Stream.concat(
                Stream.of(Values.ofCode(code, "1234567890", message)),
                Stream.concat(
                        everyReminder().map(Values::ofReminder), everyNotice().map(Values::ofNotice)));
    }

    /** The longest date in every language. */
    private static Stream<Content.ReconfirmReminder> everyReminder() {
        var dueAt = Instant.parse("2026-09-30T12:00:00Z");
        return Stream.of(1, 2, 3)
                .map(number -> new Content.ReconfirmReminder(dueAt, number, new EventOrder(NOON, 1), null));
    }

    private static Stream<Content.Notice> everyNotice() {
        return Arrays.stream(Change.values())
                .flatMap(change -> Arrays.stream(Kind.values())
                        .flatMap(kind -> Arrays.stream(Actor.values())
                                .flatMap(by -> masks().flatMap(mask -> Stream.of(true, false)
                                        .map(here -> new Content.Notice(
                                                change, kind, mask, by, here && toItself(change, kind)))))));
    }

    private static Stream<String> masks() {
        return Stream.of(Mask.phone("+491701234567"), Mask.email("somebody@contoso.example"))
                .map(Mask::value);
    }

    /** Whether a message can go to the destination that it is about. */
    private static boolean toItself(Change change, Kind kind) {
        return kind != Kind.QUESTIONS && (change == Change.REPLACED || change == Change.REMOVED);
    }

    @ParameterizedTest
    @CsvSource({"en", "de", "zh"})
    void holdsTheWebOtpLineToo(String locale) {
        var texts = new Texts(new TextProperties("Latchkey", "contoso.example"));

        var sms = texts.sms(ID, "+491701234567", locale, ordinaryCode());

        assertThat(sms.text()).endsWith("\n@contoso.example #123456");
        assertThat(segments(sms.text())).isOne();
    }

    @ParameterizedTest
    @CsvSource({"en", "de", "zh"})
    void saysTheNumberTheTimeAndTheLifetime(String locale) {
        var sms = new Texts(new TextProperties("Latchkey", null)).sms(ID, "+491701234567", locale, ordinaryCode());

        assertThat(sms.text())
                .contains("Latchkey", "123456", "12", "12:00 UTC", "5")
                .doesNotContain("{", "@");
    }

    private static Values ordinaryCode() {
        return new Values("code", Map.of("digits", "123456", "number", "12", "time", "12:00 UTC", "minutes", "5"));
    }

    private static long segments(String text) {
        boolean gsm = text.chars().allMatch(c -> (BASIC + ESCAPED).indexOf(c) >= 0);
        long size = gsm ? text.chars().map(c -> ESCAPED.indexOf(c) >= 0 ? 2 : 1).sum() : text.length();
        long alone = gsm ? 160 : 70;
        long joined = gsm ? 153 : 67;
        return size <= alone ? 1 : (size + joined - 1) / joined;
    }
}
