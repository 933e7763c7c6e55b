package io.latchkey.notification.text;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.notification.delivery.Content.HelpWanted;
import io.latchkey.notification.delivery.Content.Page;
import io.latchkey.notification.delivery.Content.Why;
import io.latchkey.notification.provider.Letter.Mail;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator reads when somebody asks for help. */
class HelpTextTest {

    private final Texts texts = new Texts(new TextProperties("Latchkey", null));

    @Test
    @Tag("SPEC-6.6c")
    void saysWhoAsksAndWhichCaseItIs() {
        var mail = mail("en", Page.COULD_NOT_VERIFY, Why.LOCKED, "Ana Huber");

        assertThat(mail.subject()).isEqualTo("Latchkey: u-1 asks for help");
        assertThat(mail.plain())
                .contains(
                        "The user u-1 of the tenant contoso asks",
                        "\n\nName: Ana Huber\n\n",
                        "\n\nShown to the person: \"We could not verify you\"\n\n",
                        "\n\nCase: locked after too many wrong codes\n\n",
                        "2026-03-01 12:00 UTC");
    }

    @ParameterizedTest
    @CsvSource({"en, not known", "de, nicht bekannt", "zh, 未知"})
    void saysThatNoNameIsKnown(String locale, String nameless) {
        assertThat(mail(locale, Page.NOT_ENABLED, Why.POLICY_NONE, "").plain()).contains(nameless);
        assertThat(mail(locale, Page.NOT_ENABLED, Why.POLICY_NONE, "\r\n\t").plain())
                .contains(nameless);
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void hasWordsInEveryLanguageForEveryCase(String locale, Page page, Why why) {
        var mail = mail(locale, page, why, "Ana Huber");

        assertThat(Stream.of(mail.subject(), mail.plain(), mail.html())).noneMatch(text -> text.contains("{"));
    }

    static Stream<Arguments> everyCase() {
        return Stream.of("en", "de", "zh")
                .flatMap(locale -> Arrays.stream(Page.values())
                        .flatMap(page -> Arrays.stream(Why.values()).map(why -> arguments(locale, page, why))));
    }

    /** A name that tries to be more than a name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eve\r\nBcc: eve@evil.example",
                "Eve\n\nName: Ana Huber",
                "Eve\u0085Case: none",
                "Eve\u2028\u2029Case: none",
                "Eve\u202eelif.exe",
                "Eve\u0000\u001b[2J",
                "<script>alert('Eve')</script>",
                "Eve {sender} {user}"
            })
    void keepsANameInItsPlace(String name) {
        var mail = mail("en", Page.NOT_ENABLED, Why.POLICY_NONE, name);
        var ordinary = mail("en", Page.NOT_ENABLED, Why.POLICY_NONE, "Ana");

        assertThat(mail.subject()).isEqualTo(ordinary.subject());
        assertThat(mail.plain().lines()).hasSameSizeAs(ordinary.plain().lines().toList());
        assertThat(mail.plain().replace("\n", "").chars()).noneMatch(Character::isISOControl);
        assertThat(mail.plain()).doesNotContain("\u202e", "\u2028", "\u2029").contains("Name: ");
        assertThat(mail.html()).doesNotContain("<script", "\u202e");
    }

    @Test
    void cutsANameThatIsTooLong() {
        var mail = mail("en", Page.NOT_ENABLED, Why.POLICY_NONE, "😀".repeat(2000));

        assertThat(mail.plain()).contains("Name: " + "😀".repeat(200) + "…\n");
    }

    private Mail mail(String locale, Page page, Why why, String name) {
        var help = new HelpWanted(page, why, sealed("name"), NOON);
        return texts.mail(ID, "admin@contoso.example", locale, Values.ofHelp(help, ACCOUNT, name));
    }

    @Test
    void keepsAUserIdInItsPlace() {
        var help = new HelpWanted(Page.OTHER, Why.OTHER, null, NOON);
        var account = new AggregateKey("contoso", "u\u2028\u202e1");

        var mail = texts.mail(ID, "admin@contoso.example", "en", Values.ofHelp(help, account, ""));

        assertThat(mail.subject()).isEqualTo("Latchkey: u 1 asks for help");
    }
}
