package io.latchkey.bench.floor;

import static io.latchkey.bench.floor.RegistrationDocument.METHODS;
import static io.latchkey.bench.floor.RegistrationDocument.PROVEN;
import static io.latchkey.bench.floor.RegistrationDocument.REGISTER;
import static io.latchkey.bench.floor.RegistrationDocument.SEQUENCE;
import static io.latchkey.bench.floor.RegistrationDocument.STANDING;
import static io.latchkey.bench.floor.RegistrationDocument.STATE;
import static io.latchkey.bench.floor.RegistrationDocument.TOUCHED;
import static io.latchkey.bench.floor.RegistrationDocument.UNPROVEN;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** An account of registration that is provisioned and has nothing registered. */
final class FreshRegistration {

    private FreshRegistration() {}

    static Document of(String account, String tenant, FieldKey key, Instant now) {
        return new Document(Documents.ID, account)
                .append(Documents.VERSION, 1L)
                .append("epoch", Date.from(now))
                .append(TOUCHED, Date.from(now))
                .append("generation", 1L)
                .append(SEQUENCE, 1L)
                .append(STATE, state(account, key))
                .append("tenant", tenant)
                .append("registered", false)
                .append("enabled", true)
                .append("capable", false)
                .append("judgedBy", 0L);
    }

    private static Document state(String account, FieldKey key) {
        return new Document("account", account(account, key))
                .append(
                        METHODS,
                        new Document(UNPROVEN, List.of())
                                .append(PROVEN, List.of())
                                .append("questions", null))
                .append("due", null)
                .append(
                        "progress",
                        new Document("completedAt", null)
                                .append("reregisterSince", null)
                                .append("lockedUntil", null)
                                .append("contacts", List.of())
                                .append("announced", null))
                .append(REGISTER, List.of())
                .append(STANDING, RegistrationDocument.standing(Standing.NOTHING_REGISTERED, null));
    }

    private static Document account(String account, FieldKey key) {
        return new Document("generation", 1L)
                .append("objectId", account)
                .append("enabled", true)
                .append("groups", List.of())
                .append("administrator", false)
                .append("passwordManagement", "CLOUD")
                .append("signInAddress", key.seal(account, "account.signInAddress", "person@bench.example"))
                .append("displayName", key.seal(account, "account.displayName", "A Person"))
                .append("region", "DE")
                .append("locale", "en")
                .append("timeZone", "Europe/Berlin");
    }
}
