package io.latchkey.verification.kafka;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.topics.RecordTypes;
import io.latchkey.verification.code.Channel;
import io.latchkey.verification.code.CodeId;
import io.latchkey.verification.code.Destination;
import io.latchkey.verification.code.Method;
import io.latchkey.verification.code.MethodId;
import io.latchkey.verification.code.MethodKind;
import io.latchkey.verification.code.Opaque;
import io.latchkey.verification.code.SealedDestination;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

final class Samples {

    static {
        RecordTypes.trust();
    }

    static final AggregateKey ACCOUNT = new AggregateKey("acme", "u-1");
    static final UUID COMMAND = new UUID(0, 1);
    static final UUID METHOD = new UUID(0, 2);
    static final CodeId CODE = new CodeId(new UUID(0, 3));
    static final CodeId OLD_CODE = new CodeId(new UUID(0, 4));
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant EXPIRY = NOON.plusSeconds(300);

    /** As registration sealed it; nothing here could open it. */
    static final Sealed SEALED = new Sealed("notification-1", buffer(1, 2), buffer(3, 4, 5));

    static final Method PHONE = new Method(
            new MethodId(METHOD),
            MethodKind.MOBILE_PHONE,
            Channel.SMS,
            new Destination(
                    new SealedDestination("notification-1", opaque(1, 2), opaque(3, 4, 5)), opaque(6, 7), "•••••12"),
            "de");

    private Samples() {}

    static CommandMetadata command() {
        return CommandMetadata.newBuilder()
                .setCommandId(COMMAND)
                .setTenantId(ACCOUNT.tenantId())
                .setUserId(ACCOUNT.userId())
                .setOccurredAt(NOON)
                .setCorrelationId(COMMAND)
                .build();
    }

    static EventMetadata event() {
        return EventMetadata.newBuilder()
                .setEventId(new UUID(0, 9))
                .setTenantId(ACCOUNT.tenantId())
                .setUserId(ACCOUNT.userId())
                .setSequence(1)
                .setEpoch(NOON)
                .setOccurredAt(NOON)
                .setCorrelationId(COMMAND)
                .build();
    }

    static ByteBuffer buffer(int... bytes) {
        return ByteBuffer.wrap(opaque(bytes).bytes());
    }

    static Opaque opaque(int... bytes) {
        var array = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            array[i] = (byte) bytes[i];
        }
        return new Opaque(array);
    }
}
