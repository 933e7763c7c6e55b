package io.latchkey.embedded.demo;

import static io.latchkey.messaging.sealing.AssociatedData.ADMINISTRATOR_ADDRESS;
import static io.latchkey.messaging.sealing.AssociatedData.DESTINATION;
import static io.latchkey.schemas.topics.Topic.ADMIN_COMMANDS;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.DefinePolicy;
import io.latchkey.schemas.EraseUser;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.Policy;
import io.latchkey.schemas.PrepopulateMethod;
import io.latchkey.schemas.RemoveMethodAsAdministrator;
import io.latchkey.schemas.RequireReregistration;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SetOfficePhone;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Whoever looks after a tenant. Everything personal is sealed before it leaves here. */
record Administrator(Portal portal, String tenant) {

    /** @param addresses of those who are told when somebody asks for help */
    Sent defines(Policy.Builder policy, List<String> addresses) {
        var metadata = Portal.metadata(AggregateKey.tenant(tenant));
        var sealed = addresses.stream()
                .map(address -> sealed(ADMINISTRATOR_ADDRESS, metadata, address))
                .toList();
        policy.setAdministratorAddresses(sealed);
        return sent(metadata, new DefinePolicy(metadata, policy.build(), null));
    }

    Sent putsDownEmail(AggregateKey account, String address) {
        var metadata = Portal.metadata(account);
        return sent(
                metadata,
                new PrepopulateMethod(metadata, MethodKind.EMAIL, null, sealed(DESTINATION, metadata, address)));
    }

    Sent setsOfficePhone(AggregateKey account, String number) {
        var metadata = Portal.metadata(account);
        return sent(metadata, new SetOfficePhone(metadata, sealed(DESTINATION, metadata, number)));
    }

    Sent removes(AggregateKey account, UUID methodId) {
        var metadata = Portal.metadata(account);
        return sent(metadata, new RemoveMethodAsAdministrator(metadata, methodId));
    }

    Sent requiresReregistration(AggregateKey account) {
        var metadata = Portal.metadata(account);
        return sent(metadata, new RequireReregistration(metadata));
    }

    Sent erases(AggregateKey account) {
        var metadata = Portal.metadata(account);
        return sent(metadata, new EraseUser(metadata));
    }

    private Sent sent(CommandMetadata metadata, SpecificRecord command) {
        return portal.send(ADMIN_COMMANDS, metadata, command);
    }

    private Sealed sealed(String purpose, CommandMetadata metadata, String value) {
        var key = new AggregateKey(metadata.getTenantId(), metadata.getUserId());
        var belongsTo = new AssociatedData(purpose, key, metadata.getCommandId());
        return portal.sealer().seal(KeyOwner.REGISTRATION, belongsTo, value);
    }
}
