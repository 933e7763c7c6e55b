package io.latchkey.bench.preload;

import io.latchkey.bench.work.Population;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.PasswordManagement;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SubmitCode;
import io.latchkey.schemas.topics.Topic;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a directory and a portal would have sent of an account.
 *
 * @param timeZone in which everybody lives
 */
record Portal(Topics topics, AvroValues values, Sealer sealer, ZoneId timeZone) {

    InputRecord provisions(int number, Feed feed, int step) {
        var metadata = metadata(number, feed.logTime());
        var address = "person-" + number + "@corp.example";
        var command = ProvisionAccount.newBuilder()
                .setMetadata(metadata)
                .setDirectoryObjectId(metadata.getUserId())
                .setEnabled(true)
                .setPasswordManagement(PasswordManagement.CLOUD)
                .setSignInAddress(sealed(KeyOwner.REGISTRATION, AssociatedData.SIGN_IN_ADDRESS, metadata, address))
                .setDisplayName(
                        sealed(KeyOwner.REGISTRATION, AssociatedData.DISPLAY_NAME, metadata, "Person " + number))
                .setRegion("DE")
                .setLocale("en")
                .setTimeZone(timeZone.getId())
                .build();
        return record(Topic.ADMIN_COMMANDS, number, feed, step, command);
    }

    InputRecord registers(int number, Feed feed, int step) {
        var metadata = metadata(number, feed.logTime());
        var phone = sealed(KeyOwner.REGISTRATION, AssociatedData.DESTINATION, metadata, Population.phone(number));
        var command = new RegisterMethod(metadata, MethodKind.MOBILE_PHONE, null, phone);
        return record(Topic.REGISTRATION_COMMANDS, number, feed, step, command);
    }

    InputRecord submits(int number, UUID codeId, String code, Feed feed, int step) {
        var metadata = metadata(number, feed.logTime());
        var command =
                new SubmitCode(metadata, codeId, sealed(KeyOwner.VERIFICATION, AssociatedData.CODE, metadata, code));
        return record(Topic.VERIFICATION_COMMANDS, number, feed, step, command);
    }

    private InputRecord record(Topic topic, int number, Feed feed, int step, SpecificRecord command) {
        return feed.command(topic, number, step, values.encode(topics.name(topic), command));
    }

    private static CommandMetadata metadata(int number, Instant at) {
        var account = Population.account(number);
        var id = UUID.randomUUID();
        return new CommandMetadata(id, account.tenantId(), account.userId(), at, id, null);
    }

    private Sealed sealed(KeyOwner recipient, String purpose, CommandMetadata metadata, String value) {
        var account = new AggregateKey(metadata.getTenantId(), metadata.getUserId());
        return sealer.seal(recipient, new AssociatedData(purpose, account, metadata.getCommandId()), value);
    }
}
