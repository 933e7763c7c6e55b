package io.latchkey.registration.mongo;

import io.latchkey.messaging.mongo.FieldCipher;
import io.latchkey.registration.account.Account;
import io.latchkey.registration.account.DirectoryEntry;
import io.latchkey.registration.account.PasswordManagement;
import io.latchkey.registration.account.Person;
import io.latchkey.registration.account.Personal;
import io.latchkey.registration.account.Place;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** An account's fields; what names the person is sealed. */
record AccountFields(FieldCipher cipher) {

    private static final String SIGN_IN_ADDRESS = "signInAddress";
    private static final String DISPLAY_NAME = "displayName";

    Document encode(Account account) {
        var directory = account.directory();
        var place = account.place();
        return new Document("generation", account.generation())
                .append("objectId", directory.objectId())
                .append("enabled", directory.enabled())
                .append("groups", directory.groups())
                .append("administrator", directory.administrator())
                .append("passwordManagement", account.passwordManagement().name())
                .append(SIGN_IN_ADDRESS, seal(SIGN_IN_ADDRESS, account.person().signInAddress()))
                .append(DISPLAY_NAME, seal(DISPLAY_NAME, account.person().displayName()))
                .append("region", place.region())
                .append("locale", place.locale())
                .append("timeZone", place.timeZone());
    }

    Account decode(Document account) {
        return new Account(
                account.getLong("generation"),
                new DirectoryEntry(
                        account.getString("objectId"),
                        account.getBoolean("enabled"),
                        account.getList("groups", String.class),
                        account.getBoolean("administrator")),
                PasswordManagement.valueOf(account.getString("passwordManagement")),
                new Person(open(SIGN_IN_ADDRESS, account), open(DISPLAY_NAME, account)),
                new Place(account.getString("region"), account.getString("locale"), account.getString("timeZone")));
    }

    private @Nullable Binary seal(String field, @Nullable Personal value) {
        return value == null ? null : cipher.seal("account." + field, value.value());
    }

    private @Nullable Personal open(String field, Document account) {
        var sealed = account.get(field, Binary.class);
        return sealed == null ? null : new Personal(cipher.open("account." + field, sealed));
    }
}
