package io.latchkey.notification.provider;

import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.provider.Letter.Call;
import io.latchkey.notification.provider.Letter.Mail;
import io.latchkey.notification.provider.Letter.Sms;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody who carries messages, per channel in order of preference. */
public record Providers(List<Provider<Sms>> sms, List<Provider<Call>> calls, List<Provider<Mail>> mail) {

    public Providers {
        sms = List.copyOf(sms);
        calls = List.copyOf(calls);
        mail = List.copyOf(mail);
    }

    /** Whom a new message of each channel goes to. */
    public Map<Channel, String> preferred() {
        var names = new EnumMap<Channel, String>(Channel.class);
        sms.stream().findFirst().ifPresent(first -> names.put(Channel.SMS, first.name()));
        calls.stream().findFirst().ifPresent(first -> names.put(Channel.VOICE, first.name()));
        mail.stream().findFirst().ifPresent(first -> names.put(Channel.EMAIL, first.name()));
        return names;
    }

    Optional<Provider<Sms>> sms(String name) {
        return named(sms, name);
    }

    Optional<Provider<Call>> call(String name) {
        return named(calls, name);
    }

    Optional<Provider<Mail>> mail(String name) {
        return named(mail, name);
    }

    private static <L extends Letter> Optional<Provider<L>> named(List<Provider<L>> providers, String name) {
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }
}
