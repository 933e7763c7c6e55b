package io.latchkey.registration.hmac;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.destination.Destination;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.destination.PhoneNumber;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HmacDestinationHashesTest {

    private static final Destination PHONE = new PhoneNumber("+4915123456789");

    private final HmacDestinationHashes hashes = new HmacDestinationHashes(key(1));

    @Test
    void equalDestinationsOfATenantAreEqual() {
        assertThat(hashes.hash("contoso", PHONE)).isEqualTo(hashes.hash("contoso", new PhoneNumber("+4915123456789")));
        assertThat(hashes.hash("contoso", new EmailAddress("Ada@example.org")))
                .isEqualTo(hashes.hash("contoso", new EmailAddress("ada@example.org")));
    }

    @Test
    void tenantsDestinationsAndKeysAreToldApart() {
        assertThat(hashes.hash("contoso", PHONE))
                .isNotEqualTo(hashes.hash("fabrikam", PHONE))
                .isNotEqualTo(hashes.hash("contoso", new PhoneNumber("+4915123456780")))
                .isNotEqualTo(new HmacDestinationHashes(key(2)).hash("contoso", PHONE));
    }

    @Test
    void aTenantsNameCannotReachIntoTheDestination() {
        assertThat(hashes.hash("a", new EmailAddress("b@c.example")))
                .isNotEqualTo(hashes.hash("ab", new EmailAddress("@c.example")));
    }

    @Test
    void has256Bits() {
        assertThat(hashes.hash("contoso", PHONE).hex()).matches("[0-9a-f]{64}");
    }

    private static byte[] key(int fill) {
        var key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return key;
    }
}
