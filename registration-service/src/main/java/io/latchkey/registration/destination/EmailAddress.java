package io.latchkey.registration.destination;

import io.latchkey.messaging.decision.Mask;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: a dot-atom (RFC 5321, without quoted strings, comments and address literals) at a
 * domain of two labels or more.
 *
 * @param value local part as typed, domain lower-cased and IDN-encoded
 */
public record EmailAddress(String value) implements Destination {
    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_LENGTH = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9-]+\\.)+[a-z0-9-]*[a-z][a-z0-9-]*");

    /** What IDNA 2003 and 2008 encode differently: another domain, which may be another person's. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς\\u200c\\u200d]");

    /** Surrounding spaces are dropped; empty where mail cannot be sent to the rest. */
    public static Optional<EmailAddress> parse(String text) {
        var address = text.replaceAll("^ +| +$", "");
        int at = address.lastIndexOf('@');
        if (at < 0 || address.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var local = address.substring(0, at);
        return domain(address.substring(at + 1))
                .filter(domain -> local.length() <= MAX_LOCAL_LENGTH)
                .filter(domain -> LOCAL.matcher(local).matches())
                .map(domain -> local + "@" + domain)
                .filter(value -> value.length() <= MAX_LENGTH)
                .map(EmailAddress::new);
    }

    private static Optional<String> domain(String text) {
        if (AMBIGUOUS.matcher(text).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT))
                    .filter(domain -> DOMAIN.matcher(domain).matches());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** In lower case: no mail system that people use tells local parts apart by it. */
    @Override
    public String canonical() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public Mask mask() {
        return Mask.email(value);
    }

    @Override
    public String toString() {
        return "•••";
    }
}
