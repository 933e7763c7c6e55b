package io.latchkey.operations.accounts;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.PasswordManagement;
import io.latchkey.schemas.PrepopulateMethod;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SetOfficePhone;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Makes commands of accounts: the account first and its methods after it, all with the account's key and so in order. */
final class Commands {

    private final String tenant;
    private final BatchKey batch;
    private final Sealer sealer;
    private final InstantSource clock;

    Commands(String tenant, BatchKey batch, Sealer sealer, InstantSource clock) {
        this.tenant = tenant;
        this.batch = batch;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** @param column that it comes from; null for the account itself */
    record Command(UUID id, AggregateKey key, @Nullable Column column, SpecificRecord record) {

        /** Names the record; never shows its content. */
        @Override
        public String toString() {
            return record.getSchema().getName() + (column == null ? "" : " (" + column.title() + ")");
        }
    }

    /** @throws io.latchkey.messaging.engine.OutageException if no usable public key of registration is known */
    List<Command> of(Account account) {
        var key = new AggregateKey(tenant, account.userId());
        var provision = provision(key, account);
        var wish = provision.id();
        var commands = new ArrayList<Command>();
        commands.add(provision);
        account.methods().forEach(column -> commands.add(method(key, column, account.value(column), wish)));
        return commands;
    }

    private Command provision(AggregateKey key, Account account) {
        var id = batch.id(Stream.concat(
                        Stream.of("ProvisionAccount", key.tenantId()),
                        DIRECTORY.stream().map(account::value))
                .toArray(String[]::new));
        var record = new ProvisionAccount(
                metadata(id, key, id),
                account.value(Column.DIRECTORY_OBJECT_ID),
                account.is(Column.ENABLED),
                account.groups(),
                account.is(Column.ADMINISTRATOR),
                PasswordManagement.valueOf(account.value(Column.PASSWORD_MANAGEMENT)),
                sealed(AssociatedData.SIGN_IN_ADDRESS, key, id, account.value(Column.SIGN_IN_ADDRESS)),
                sealed(AssociatedData.DISPLAY_NAME, key, id, account.value(Column.DISPLAY_NAME)),
                account.value(Column.REGION),
                account.value(Column.LOCALE),
                account.value(Column.TIME_ZONE));
        return new Command(id, key, null, record);
    }

    private static final List<Column> DIRECTORY = List.of(
            Column.USER_ID,
            Column.DIRECTORY_OBJECT_ID,
            Column.ENABLED,
            Column.GROUPS,
            Column.ADMINISTRATOR,
            Column.PASSWORD_MANAGEMENT,
            Column.SIGN_IN_ADDRESS,
            Column.DISPLAY_NAME,
            Column.REGION,
            Column.LOCALE,
            Column.TIME_ZONE);

    private Command method(AggregateKey key, Column column, String destination, UUID wish) {
        var id = batch.id(column.title(), key.tenantId(), key.userId(), destination);
        var sealed = seal(AssociatedData.DESTINATION, key, id, destination);
        var metadata = metadata(id, key, wish);
        var record = switch (column) {
            case MOBILE_PHONE -> new PrepopulateMethod(metadata, MethodKind.MOBILE_PHONE, null, sealed);
            case ALTERNATE_EMAIL -> new PrepopulateMethod(metadata, MethodKind.EMAIL, null, sealed);
            case OFFICE_PHONE -> new SetOfficePhone(metadata, sealed);
            default -> throw new IllegalArgumentException(column + " holds no destination");
        };
        return new Command(id, key, column, record);
    }

    private CommandMetadata metadata(UUID id, AggregateKey key, UUID wish) {
        return new CommandMetadata(id, key.tenantId(), key.userId(), clock.instant(), wish, null);
    }

    private @Nullable Sealed sealed(String purpose, AggregateKey key, UUID id, String value) {
        return value.isEmpty() ? null : seal(purpose, key, id, value);
    }

    private Sealed seal(String purpose, AggregateKey key, UUID id, String value) {
        return sealer.seal(KeyOwner.REGISTRATION, new AssociatedData(purpose, key, id), value);
    }
}
