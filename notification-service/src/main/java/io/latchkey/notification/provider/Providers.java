package io.latchkey.notification.provider;

import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.provider.Letter.Mail;
import io.latchkey.notification.provider.Letter.Sms;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody who carries messages, per channel in order of preference. */
public record Providers(List<Provider<Sms>> sms, List<Provider<Mail>> mail) {

    public Providers {
        sms = List.copyOf(sms);
        mail = List.copyOf(mail);
    }

    /** Whom a new message of each channel goes to. */
    public Map<Channel, String> preferred() {
        var names = new EnumMap<Channel, String>(Channel.class);
        sms.stream().findFirst().ifPresent(first -> names.put(Channel.SMS, first.name()));
        mail.stream().findFirst().ifPresent(first -> names.put(Channel.EMAIL, first.name()));
        return names;
    }

    Optional<Provider<Sms>> sms(String name) {
        return sms.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }

    Optional<Provider<Mail>> mail(String name) {
        return mail.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }
}
