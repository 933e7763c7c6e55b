package io.latchkey.registration.policy;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.destination.EmailAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** To whom people turn. */
final class HelpCheck {

    private static final int MAX_HELPDESK = 2048;
    private static final int MAX_ADMINISTRATORS = 100;
    private static final int MAX_PORT = 65_535;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private HelpCheck() {}

    static void check(PolicyProposal.Help help, Faults faults) {
        var helpdesk = help.helpdesk();
        faults.require(
                helpdesk == null || helpdesk(helpdesk).isPresent(),
                "helpdesk",
                "an http or https link with a host and without user name, or an email address, of at most "
                        + MAX_HELPDESK + " characters");
        administrators(help.administrators(), faults);
    }

    static Help accepted(PolicyProposal.Help help) {
        return new Help(
                helpdesk(help.helpdesk()).orElse(null),
                help.administrators().stream()
                        .map(HelpCheck::address)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static void administrators(List<Opened> administrators, Faults faults) {
        var known = new HashSet<String>();
        if (faults.size("administratorAddresses", administrators, MAX_ADMINISTRATORS)) {
            for (int i = 0; i < administrators.size(); i++) {
                check(administrators.get(i), Faults.element("administratorAddresses", i), known, faults);
            }
        }
    }

    private static void check(Opened administrator, String field, Set<String> known, Faults faults) {
        switch (administrator) {
            case Opened.Unreadable _ -> faults.unreadable(field);
            case Opened.Readable readable ->
                faults.require(
                        address(readable)
                                .map(EmailAddress::canonical)
                                .filter(known::add)
                                .isPresent(),
                        field,
                        "an email address that mail can be sent to, named once");
        }
    }

    private static Optional<EmailAddress> address(Opened address) {
        return address instanceof Opened.Readable(var text) ? EmailAddress.parse(text) : Optional.empty();
    }

    private static Optional<String> helpdesk(@Nullable String text) {
        return text == null || text.length() > MAX_HELPDESK
                ? Optional.empty()
                : EmailAddress.parse(text).map(EmailAddress::value).or(() -> link(text));
    }

    /** In ASCII, as a link is that looks the same to everybody. */
    private static Optional<String> link(String text) {
        return text.chars().allMatch(c -> ' ' < c && c < 0x7f) && leadsSomewhere(text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private static boolean leadsSomewhere(String text) {
        try {
            var uri = new URI(text);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getPort() <= MAX_PORT;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
