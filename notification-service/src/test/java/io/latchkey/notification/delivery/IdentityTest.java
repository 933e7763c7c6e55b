package io.latchkey.notification.delivery;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentityTest {

    /** The example of RFC 9562, appendix A.4. */
    @Test
    void namesAreVersion5Uuids() {
        var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        assertThat(NameUuid.of(dns, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void everyoneToldOfAnEventHasANotificationOfTheirOwn() {
        var event = new UUID(1, 1);

        assertThat(Notification.idFor(event, METHOD))
                .isEqualTo(Notification.idFor(event, METHOD))
                .isNotEqualTo(Notification.idFor(event, ID))
                .isNotEqualTo(Notification.idFor(new UUID(1, 2), METHOD));
    }

    @Test
    void anEndToldAgainHasTheSameEventId() {
        assertThat(accepted(1, 0, SOON).eventId())
                .isEqualTo(accepted(2, 1, LATER).eventId())
                .isNotEqualTo(ID);
    }

    @Test
    void aCancelledEndFollowsFromItsCancellationAndAnyOtherFromItsMessage() {
        assertThat(cancelled(0, 0, LATER).cause()).isEqualTo(PROVEN);
        assertThat(expired(0, 0, LATER).cause()).isEqualTo(SENT);
    }

    @Test
    void nothingSealedIsKeptOnceNothingMoreIsSent() {
        assertThat(accepted(1, 0, SOON).message()).isNotEqualTo(MESSAGE).isEqualTo(MESSAGE.withoutSeals());
        assertThat(startedAndCancelled(1, 0).message()).isEqualTo(MESSAGE.withoutSeals());
        assertThat(started(1, 0).message()).isEqualTo(MESSAGE);
    }

    @Test
    void nothingSealedIsShown() {
        assertThat(MESSAGE.toString()).contains("•••").doesNotContain("cipher");
    }
}
