package io.latchkey.messaging.avro;

import io.latchkey.schemas.Channel;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeRejectionReason;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.ConfirmMethod;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.Recipient;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.Sealed;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Records with every shape that a field can have: nested, repeated, absent, bytes, enums, ids and times. */
final class Samples {
    static final String TOPIC = "latchkey.registration.commands.v1";
    private static final UUID ID = UUID.fromString("7f0a1c52-6b1e-4f7f-9d52-0c4f6f1f2a10");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    private Samples() {}

    static RegisterMethod registerMethod() {
        return RegisterMethod.newBuilder()
                .setMetadata(commandMetadata())
                .setKind(MethodKind.MOBILE_PHONE)
                .setChannel(Channel.SMS)
                .setDestination(sealed())
                .build();
    }

    static ConfirmMethod confirmMethod(int methods) {
        return ConfirmMethod.newBuilder()
                .setMetadata(commandMetadata())
                .setMethodIds(Collections.nCopies(methods, ID))
                .build();
    }

    static MethodProven methodProven() {
        return MethodProven.newBuilder()
                .setMetadata(eventMetadata())
                .setMethodId(ID)
                .setKind(MethodKind.EMAIL)
                .setChannel(Channel.EMAIL)
                .setMask("••••••e")
                .setDueAt(NOON)
                .setNotify(List.of(recipient("de"), recipient("zh-CN")))
                .build();
    }

    static CodeRejected codeRejected() {
        return CodeRejected.newBuilder()
                .setMetadata(eventMetadata())
                .setReason(CodeRejectionReason.WRONG_CODE)
                .setMessage("This is not the code that was sent.")
                .setAttemptsLeft(4)
                .build();
    }

    private static Recipient recipient(String locale) {
        return Recipient.newBuilder()
                .setMethodId(ID)
                .setChannel(Channel.SMS)
                .setDestination(sealed())
                .setLocale(locale)
                .build();
    }

    private static Sealed sealed() {
        return Sealed.newBuilder()
                .setRecipientKeyId("registration-1")
                .setWrappedKey(ByteBuffer.wrap(new byte[] {0, -1, 127, -128}))
                .setCiphertext(ByteBuffer.allocate(80))
                .build();
    }

    private static CommandMetadata commandMetadata() {
        return CommandMetadata.newBuilder()
                .setCommandId(ID)
                .setTenantId("contoso")
                .setUserId("u-4711")
                .setOccurredAt(NOON)
                .setCorrelationId(ID)
                .build();
    }

    private static EventMetadata eventMetadata() {
        return EventMetadata.newBuilder()
                .setEventId(ID)
                .setTenantId("contoso")
                .setUserId("u-4711")
                .setSequence(3)
                .setEpoch(NOON)
                .setOccurredAt(NOON)
                .setCorrelationId(ID)
                .setCausationId(ID)
                .build();
    }
}
