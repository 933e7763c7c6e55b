package io.latchkey.verification.mongo;

import io.latchkey.verification.code.Channel;
import io.latchkey.verification.code.Destination;
import io.latchkey.verification.code.Method;
import io.latchkey.verification.code.MethodId;
import io.latchkey.verification.code.MethodKind;
import io.latchkey.verification.code.Opaque;
import io.latchkey.verification.code.SealedDestination;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;

/** A method as a document; its destination as the blob that only notification opens. */
final class MethodFields {

    private static final String ID = "id";
    private static final String KIND = "kind";
    private static final String CHANNEL = "channel";
    private static final String DESTINATION = "destination";
    private static final String RECIPIENT_KEY_ID = "recipientKeyId";
    private static final String WRAPPED_KEY = "wrappedKey";
    private static final String CIPHERTEXT = "ciphertext";
    private static final String HASH = "hash";
    private static final String MASK = "mask";
    private static final String LOCALE = "locale";

    private MethodFields() {}

    static Document encode(Method method) {
        return new Document(ID, method.id().value().toString())
                .append(KIND, method.kind().name())
                .append(CHANNEL, method.channel().name())
                .append(DESTINATION, encode(method.destination()))
                .append(LOCALE, method.locale());
    }

    static Method decode(Document method) {
        return new Method(
                new MethodId(UUID.fromString(method.getString(ID))),
                MethodKind.valueOf(method.getString(KIND)),
                Channel.valueOf(method.getString(CHANNEL)),
                destination(method.get(DESTINATION, Document.class)),
                method.getString(LOCALE));
    }

    private static Document encode(Destination destination) {
        return new Document(RECIPIENT_KEY_ID, destination.sealed().recipientKeyId())
                .append(WRAPPED_KEY, binary(destination.sealed().wrappedKey()))
                .append(CIPHERTEXT, binary(destination.sealed().ciphertext()))
                .append(HASH, binary(destination.hash()))
                .append(MASK, destination.mask());
    }

    private static Destination destination(Document destination) {
        var sealed = new SealedDestination(
                destination.getString(RECIPIENT_KEY_ID),
                opaque(destination, WRAPPED_KEY),
                opaque(destination, CIPHERTEXT));
        return new Destination(sealed, opaque(destination, HASH), destination.getString(MASK));
    }

    private static Binary binary(Opaque opaque) {
        return new Binary(opaque.bytes());
    }

    private static Opaque opaque(Document document, String field) {
        return new Opaque(document.get(field, Binary.class).getData());
    }
}
