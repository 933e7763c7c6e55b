package io.latchkey.notification.text;

import io.latchkey.notification.provider.Letter.Call;
import io.latchkey.notification.provider.Letter.Mail;
import io.latchkey.notification.provider.Letter.Sms;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Words messages. The same message always reads the same. */
public final class Texts {

    private final TextProperties properties;

    public Texts(TextProperties properties) {
        this.properties = properties;
    }

    /** Fits one segment, in every language and with the longest values. */
    public Sms sms(UUID id, String to, String locale, Values values) {
        var language = Language.nearest(locale);
        var text = language.text(values.template() + ".sms", plainMask(named(values, language)));
        return new Sms(id, to, withWebOtp(text, values));
    }

    /** Says a code digit by digit, and twice. What is no code is said in the words of a mail. */
    public Call call(UUID id, String to, String locale, Values values) {
        var language = Language.nearest(locale);
        var spoken = new Speech(language).spoken(named(values, language));
        var text = values.digits().isPresent()
                ? language.text(values.template() + ".call", spoken)
                : language.text("call", spoken) + language.text(values.template() + ".body", spoken);
        return Call.to(id, to, language.tag(), Speech.oneLine(text));
    }

    public Mail mail(UUID id, String to, String locale, Values values) {
        var language = Language.nearest(locale);
        var named = named(values, language);
        var subject = language.text(values.template() + ".subject", named);
        var body = language.text(values.template() + ".body", named);
        var footer = language.text("footer", named);
        var html = new Html(language.tag(), values.digits().orElse(""));
        return new Mail(id, to, subject, body + "\n\n-- \n" + footer + "\n", html.of(subject, body, footer));
    }

    private Map<String, String> named(Values values, Language language) {
        var named = new HashMap<>(values.named());
        values.phrases().forEach((name, key) -> named.put(name, language.text(key, Map.of())));
        values.days().forEach((name, day) -> named.put(name, language.day(day)));
        named.put("sender", properties.sender());
        return named;
    }

    /** A mask's bullets are not in the GSM alphabet, and would more than halve what a segment holds. */
    private static Map<String, String> plainMask(Map<String, String> named) {
        named.computeIfPresent("mask", (key, mask) -> mask.replace('•', '*'));
        return named;
    }

    private String withWebOtp(String text, Values values) {
        var domain = properties.webOtpDomain();
        if (domain == null || domain.isEmpty()) {
            return text;
        }
        return values.digits()
                .map(digits -> text + "\n@" + domain + " #" + digits)
                .filter(Segment::fits)
                .orElse(text);
    }
}
