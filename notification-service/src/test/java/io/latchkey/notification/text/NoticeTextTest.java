package io.latchkey.notification.text;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.notification.delivery.Content.Actor;
import io.latchkey.notification.delivery.Content.Change;
import io.latchkey.notification.delivery.Content.Kind;
import io.latchkey.notification.delivery.Content.Notice;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A notice says what happened to what and who did it, and what to do if that was somebody else. */
class NoticeTextTest {

    private static final String PHONE = "•••• •••• 42";

    private final Texts texts = new Texts(new TextProperties("Latchkey", null));

    @Test
    void tellsThePersonsOwnDoing() {
        assertThat(sms("en", notice(Change.ADDED, PHONE, Actor.PERSON, false)))
                .isEqualTo("Latchkey: phone **** **** 42 can now reset your password, added in your name."
                        + " If this was not you, tell your administrator at once.");
    }

    @Test
    void tellsAnAdministratorsDoing() {
        assertThat(sms("en", notice(Change.REMOVED, null, Actor.ADMINISTRATOR, false)))
                .isEqualTo("Latchkey: your phone for password resets was removed by an administrator."
                        + " If unexpected, tell your administrator at once.");
    }

    @Test
    @Tag("SPEC-2.3c")
    void tellsTheDestinationItselfThatItIsNoneAnyMore() {
        assertThat(sms("en", notice(Change.REPLACED, PHONE, Actor.PERSON, true)))
                .startsWith("Latchkey: this number no longer resets your password; **** **** 42 took its place");
        assertThat(sms("de", notice(Change.REMOVED, null, Actor.PERSON, true)))
                .startsWith("Latchkey: Diese Nummer wurde in Ihrem Namen entfernt und gilt nicht mehr.");
        assertThat(sms("zh", notice(Change.REMOVED, null, Actor.ADMINISTRATOR, true)))
                .startsWith("【Latchkey】此号码已由管理员移除，不再用于重置密码。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Latchkey. The phone number ending in 4, 2 was added to your account in your name.",
                "de | Latchkey. Die Telefonnummer mit der Endung 4, 2 wurde in Ihrem Namen zu Ihrem Konto hinzugefügt.",
                "zh | Latchkey。您的账户已以您的名义添加电话号码（尾号4，2），现在可用它重置密码。"
            })
    void isSpokenWithoutBullets(String locale, String beginning) {
        var call = texts.call(ID, "+14255550100", locale, values(notice(Change.ADDED, PHONE, Actor.PERSON, false)));

        assertThat(call.text()).startsWith(beginning);
    }

    @Test
    void saysLittleOfWhatIsUnknown() {
        var unknown = new Notice(Change.REMOVED, Kind.OTHER, null, Actor.OTHER, true);

        assertThat(sms("en", unknown))
                .startsWith("Latchkey: a way to reset your password was added, changed or removed by somebody.");
    }

    @ParameterizedTest
    @MethodSource("everyNotice")
    void hasWordsInEveryLanguageForEveryChannel(Notice notice) {
        assertThat(Stream.of("en", "de", "zh").flatMap(locale -> everyText(locale, notice)))
                .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "null"));
    }

    static Stream<Notice> everyNotice() {
        return Arrays.stream(Change.values())
                .flatMap(change -> Arrays.stream(Kind.values())
                        .flatMap(kind -> Arrays.stream(Actor.values())
                                .flatMap(by -> Stream.of(
                                        new Notice(change, kind, PHONE, by, false),
                                        new Notice(change, kind, null, by, false)))));
    }

    private Stream<String> everyText(String locale, Notice notice) {
        var mail = texts.mail(ID, "somebody@contoso.example", locale, values(notice));
        return Stream.of(
                sms(locale, notice),
                texts.call(ID, "+14255550100", locale, values(notice)).text(),
                mail.subject(),
                mail.plain(),
                mail.html());
    }

    private String sms(String locale, Notice notice) {
        return texts.sms(ID, "+491701234567", locale, values(notice)).text();
    }

    private static Values values(Notice notice) {
        return Values.ofNotice(notice);
    }

    private static Notice notice(Change change, @Nullable String mask, Actor by, boolean here) {
        return new Notice(change, Kind.PHONE, mask, by, here);
    }
}
