package io.latchkey.registration.account;

import io.latchkey.registration.destination.EmailAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whom an account belongs to. */
public record Person(
        @Nullable Personal signInAddress, @Nullable Personal displayName) {

    /** Whether this address is the one that the person signs in with, however it is spelt. */
    public boolean signsInWith(EmailAddress email) {
        return signInAddress != null && canonical(signInAddress.value()).equals(email.canonical());
    }

    private static String canonical(String address) {
        return EmailAddress.parse(address)
                .map(EmailAddress::canonical)
                .orElseGet(() -> address.strip().toLowerCase(Locale.ROOT));
    }
}
