package io.latchkey.registration.mongo;

import static java.util.Objects.requireNonNull;

import io.latchkey.messaging.mongo.FieldCipher;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.Destination;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.destination.PhoneNumber;
import io.latchkey.registration.method.Method;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.method.Methods;
import io.latchkey.registration.method.Origin;
import io.latchkey.registration.method.Proven;
import io.latchkey.registration.method.Questions;
import io.latchkey.registration.policy.MethodKind;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** An account's methods; each destination is sealed for its method. */
record MethodFields(FieldCipher cipher) {

    private static final String UNPROVEN = "unproven";
    private static final String PROVEN = "proven";
    private static final String ID = "id";
    private static final String KIND = "kind";
    private static final String CHANNEL = "channel";
    private static final String DESTINATION = "destination";
    private static final String REGISTERED_AT = "registeredAt";
    private static final String PROVEN_AT = "provenAt";
    private static final String CONFIRMED_AT = "confirmedAt";
    private static final String ORIGIN = "origin";
    private static final String QUESTIONS = "questions";
    private static final String ANSWERS = "answers";

    Document encode(Methods methods) {
        return new Document(
                        UNPROVEN, methods.unproven().stream().map(this::encode).toList())
                .append(PROVEN, methods.proven().stream().map(this::encode).toList())
                .append(QUESTIONS, encode(methods.questions()));
    }

    Methods decode(Document methods) {
        return new Methods(
                methods.getList(UNPROVEN, Document.class).stream()
                        .map(this::method)
                        .toList(),
                methods.getList(PROVEN, Document.class).stream()
                        .map(this::proven)
                        .toList(),
                questions(methods.get(QUESTIONS, Document.class)));
    }

    private @Nullable Document encode(@Nullable Questions questions) {
        return questions == null
                ? null
                : new Document(ID, questions.id().value().toString())
                        .append(ANSWERS, new SecurityAnswersFields(cipher).encode(questions.answers()))
                        .append(CONFIRMED_AT, Date.from(questions.confirmedAt()));
    }

    private @Nullable Questions questions(@Nullable Document questions) {
        return questions == null
                ? null
                : new Questions(
                        new MethodId(UUID.fromString(questions.getString(ID))),
                        requireNonNull(
                                new SecurityAnswersFields(cipher).decode(questions.get(ANSWERS, Document.class))),
                        questions.getDate(CONFIRMED_AT).toInstant());
    }

    private Document encode(Proven proven) {
        return encode(proven.method())
                .append(PROVEN_AT, Date.from(proven.provenAt()))
                .append(CONFIRMED_AT, Date.from(proven.confirmedAt()));
    }

    private Document encode(Method method) {
        return new Document(ID, method.id().value().toString())
                .append(KIND, method.kind().name())
                .append(CHANNEL, method.channel().name())
                .append(
                        DESTINATION,
                        cipher.seal(path(method.id()), method.destination().value()))
                .append(REGISTERED_AT, Date.from(method.registeredAt()))
                .append(ORIGIN, method.origin().name());
    }

    private Proven proven(Document proven) {
        return new Proven(
                method(proven),
                proven.getDate(PROVEN_AT).toInstant(),
                proven.getDate(CONFIRMED_AT).toInstant());
    }

    private Method method(Document method) {
        var id = new MethodId(UUID.fromString(method.getString(ID)));
        var kind = MethodKind.valueOf(method.getString(KIND));
        return new Method(
                id,
                kind,
                Channel.valueOf(method.getString(CHANNEL)),
                destination(kind, cipher.open(path(id), method.get(DESTINATION, Binary.class))),
                method.getDate(REGISTERED_AT).toInstant(),
                Origin.valueOf(method.getString(ORIGIN)));
    }

    private static Destination destination(MethodKind kind, String value) {
        return switch (kind) {
            case MOBILE_PHONE, OFFICE_PHONE -> PhoneNumber.of(value);
            case EMAIL -> new EmailAddress(value);
            case SECURITY_QUESTIONS -> throw new IllegalStateException("questions have no destination");
        };
    }

    private static String path(MethodId id) {
        return "methods." + id.value() + "." + DESTINATION;
    }
}
