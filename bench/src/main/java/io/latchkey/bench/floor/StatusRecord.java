package io.latchkey.bench.floor;

import io.latchkey.schemas.Channel;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodState;
import io.latchkey.schemas.MethodStatus;
import io.latchkey.schemas.RegistrationStatus;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Where an account stands, for everybody to read. */
final class StatusRecord {

    private StatusRecord() {}

    static RegistrationStatus of(RegistrationDocument account, EventMetadata metadata) {
        var standing = account.standing();
        return new RegistrationStatus(
                metadata,
                account.version(),
                1L,
                standing.state(),
                false,
                true,
                false,
                standing.page(),
                standing.reason(),
                null,
                methods(account),
                standing.missing(),
                List.of(),
                null,
                false,
                null,
                0L,
                false);
    }

    private static List<MethodStatus> methods(RegistrationDocument account) {
        return Stream.concat(
                        account.proven().stream().map(method -> method(method, MethodState.PROVEN)),
                        account.unproven().stream().map(method -> method(method, MethodState.UNPROVEN)))
                .toList();
    }

    private static MethodStatus method(Document method, MethodState state) {
        return new MethodStatus(
                UUID.fromString(method.getString("id")),
                MethodKind.MOBILE_PHONE,
                Channel.SMS,
                method.getString("mask"),
                state,
                state == MethodState.PROVEN,
                method.getDate("registeredAt").toInstant(),
                instant(method.getDate("provenAt")),
                instant(method.getDate("confirmedAt")));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
