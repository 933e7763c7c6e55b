package io.latchkey.verification.kafka;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.Channel;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.GuessesExhausted;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SendCode;
import io.latchkey.verification.code.CodeId;
import io.latchkey.verification.code.Method;
import io.latchkey.verification.code.VerificationOutcome;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Outcomes to Avro: the digits sealed for notification, and in no other record. */
record VerificationEvents(Sealer sealer) {

    SpecificRecord write(VerificationOutcome outcome, EventMetadata metadata) {
        return switch (outcome) {
            case VerificationOutcome.CodeIssued issued -> issued(issued, metadata);
            case VerificationOutcome.SendCode send -> send(send, metadata);
            case VerificationOutcome.CodeVerified(var code, var method) ->
                new CodeVerified(metadata, code.value(), method.value());
            case VerificationOutcome.CodeRejected rejected -> Rejections.write(rejected, metadata);
            case VerificationOutcome.GuessesExhausted(var method, var lockedUntil) ->
                new GuessesExhausted(metadata, method.value(), lockedUntil);
        };
    }

    private static SpecificRecord issued(VerificationOutcome.CodeIssued issued, EventMetadata metadata) {
        return CodeIssued.newBuilder()
                .setMetadata(metadata)
                .setCodeId(issued.codeId().value())
                .setMethodId(issued.method().id().value())
                .setChannel(channel(issued.method()))
                .setMask(issued.method().destination().mask())
                .setNumber(issued.number())
                .setExpiresAt(issued.expiresAt())
                .setSupersededCodeId(id(issued.superseded()))
                .build();
    }

    private SpecificRecord send(VerificationOutcome.SendCode send, EventMetadata metadata) {
        var issued = send.issued();
        return SendCode.newBuilder()
                .setMetadata(metadata)
                .setCodeId(issued.codeId().value())
                .setMethodId(issued.method().id().value())
                .setChannel(channel(issued.method()))
                .setDestination(Seals.sealed(issued.method().destination().sealed()))
                .setCode(seal(send, metadata))
                .setNumber(issued.number())
                .setLocale(issued.method().locale())
                .setRequestedAt(send.requestedAt())
                .setExpiresAt(issued.expiresAt())
                .setSupersededCodeId(id(issued.superseded()))
                .build();
    }

    private Sealed seal(VerificationOutcome.SendCode send, EventMetadata metadata) {
        var account = new AggregateKey(metadata.getTenantId(), metadata.getUserId());
        var belongsTo = new AssociatedData(
                AssociatedData.CODE, account, send.issued().codeId().value());
        return sealer.seal(KeyOwner.NOTIFICATION, belongsTo, send.code().digits());
    }

    private static Channel channel(Method method) {
        return switch (method.channel()) {
            case SMS -> Channel.SMS;
            case VOICE -> Channel.VOICE;
            case EMAIL -> Channel.EMAIL;
        };
    }

    private static @Nullable UUID id(@Nullable CodeId code) {
        return code == null ? null : code.value();
    }
}
