package io.latchkey.verification.mongo;

import io.latchkey.verification.code.MethodKind;
import io.latchkey.verification.code.Opaque;
import io.latchkey.verification.code.Send;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;

/** A send as a document; its destination as the keyed hash. */
final class SendFields {

    private static final String KIND = "kind";
    private static final String DESTINATION = "destination";
    private static final String AT = "at";
    private static final String ANSWERED = "answered";

    private SendFields() {}

    static Document encode(Send send) {
        return new Document(KIND, send.kind().name())
                .append(DESTINATION, new Binary(send.destination().bytes()))
                .append(AT, Date.from(send.at()))
                .append(ANSWERED, send.answered());
    }

    static Send decode(Document send) {
        return new Send(
                MethodKind.valueOf(send.getString(KIND)),
                new Opaque(send.get(DESTINATION, Binary.class).getData()),
                send.getDate(AT).toInstant(),
                send.getBoolean(ANSWERED));
    }
}
