package io.latchkey.simulation.world;

import static io.latchkey.schemas.topics.Topic.ADMIN_COMMANDS;
import static io.latchkey.simulation.world.Seen.account;
import static io.latchkey.simulation.world.Seen.lately;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.schemas.DefinePolicy;
import io.latchkey.schemas.EraseUser;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.PasswordManagement;
import io.latchkey.schemas.PrepopulateMethod;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.RemoveMethodAsAdministrator;
import io.latchkey.schemas.RequireReregistration;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SetOfficePhone;
import java.util.List;
import java.util.UUID;

/** What administrators and directories ask. */
final class Administrators {

    private static final int DESTINATIONS = 3;
    private static final List<PasswordManagement> MANAGEMENT = List.of(
            PasswordManagement.CLOUD,
            PasswordManagement.CLOUD,
            PasswordManagement.ON_PREMISES_WITHOUT_WRITEBACK,
            PasswordManagement.FEDERATED);

    private final Publisher publisher;
    private final Seen seen;

    Administrators(Publisher publisher, Seen seen) {
        this.publisher = publisher;
        this.seen = seen;
    }

    void ask(int what, AggregateKey account, int how) {
        switch (what % 12) {
            case 0, 1 -> define(AggregateKey.tenant(account.tenantId()), publisher.next(), how);
            case 2, 3 -> prepopulate(account, publisher.next(), how);
            case 4 -> officePhone(account, publisher.next(), how);
            case 5 -> remove(how);
            case 6 -> reregister(account, publisher.next());
            case 7 -> erase(account, publisher.next());
            case 8 -> {
                erase(account, publisher.next());
                provision(account, publisher.next(), 1);
            }
            default -> synchronise(account, publisher.next(), how);
        }
    }

    /** Now and then somebody else's account under the same id, or one that is disabled. */
    void provision(AggregateKey account, UUID id, int how) {
        provision(account, id, entry(account, id, how % 7 == 0 ? "another-object" : "object", how % 9 != 0));
    }

    /** Of other roles and groups, and with passwords that are managed elsewhere. */
    private void synchronise(AggregateKey account, UUID id, int how) {
        var entry = entry(account, id, "object", how % 8 != 0)
                .setAdministrator(how % 3 == 0)
                .setGroups(how % 2 == 0 ? List.of() : List.of(PolicyVariants.GROUP))
                .setPasswordManagement(MANAGEMENT.get(how / 3 % MANAGEMENT.size()))
                .setDisplayName(publisher.seal(
                        KeyOwner.REGISTRATION, AssociatedData.DISPLAY_NAME, account, id, "Person " + how % 2));
        provision(account, id, entry);
    }

    private ProvisionAccount.Builder entry(AggregateKey account, UUID id, String objectId, boolean enabled) {
        return ProvisionAccount.newBuilder()
                .setMetadata(publisher.metadata(account, id))
                .setDirectoryObjectId(objectId)
                .setEnabled(enabled)
                .setPasswordManagement(PasswordManagement.CLOUD)
                .setRegion("DE")
                .setLocale("en")
                .setTimeZone("Europe/Berlin");
    }

    private void provision(AggregateKey account, UUID id, ProvisionAccount.Builder entry) {
        var record = entry.build();
        publisher.publish(ADMIN_COMMANDS, account, id, record.getDirectoryObjectId() + record.getEnabled(), record);
    }

    private void define(AggregateKey tenant, UUID id, int how) {
        var policy = PolicyVariants.of(how)
                .setAdministratorAddresses(PolicyVariants.addresses(how).stream()
                        .map(address -> publisher.seal(
                                KeyOwner.REGISTRATION, AssociatedData.ADMINISTRATOR_ADDRESS, tenant, id, address))
                        .toList())
                .build();
        publisher.publish(
                ADMIN_COMMANDS,
                tenant,
                id,
                "policy " + PolicyVariants.name(how),
                new DefinePolicy(publisher.metadata(tenant, id), policy, null));
    }

    private void prepopulate(AggregateKey account, UUID id, int how) {
        boolean phone = how % 3 != 0;
        int which = how / 3 % DESTINATIONS;
        var destination = phone ? "+4917100000" + which : "person" + which + "@example.org";
        var record = PrepopulateMethod.newBuilder()
                .setMetadata(publisher.metadata(account, id))
                .setKind(phone ? MethodKind.MOBILE_PHONE : MethodKind.EMAIL)
                .setDestination(destination(account, id, destination))
                .build();
        publisher.publish(ADMIN_COMMANDS, account, id, "prepopulate " + destination, record);
    }

    private void officePhone(AggregateKey account, UUID id, int how) {
        var number = "+493000000" + how % DESTINATIONS;
        var record = new SetOfficePhone(publisher.metadata(account, id), destination(account, id, number));
        publisher.publish(ADMIN_COMMANDS, account, id, "office " + number, record);
    }

    private Sealed destination(AggregateKey account, UUID id, String destination) {
        return publisher.seal(KeyOwner.REGISTRATION, AssociatedData.DESTINATION, account, id, destination);
    }

    private void remove(int how) {
        if (!seen.registered().isEmpty()) {
            var method = lately(seen.registered(), how);
            var account = account(method.getMetadata());
            var id = publisher.next();
            publisher.publish(
                    ADMIN_COMMANDS,
                    account,
                    id,
                    "remove " + method.getMethodId(),
                    new RemoveMethodAsAdministrator(publisher.metadata(account, id), method.getMethodId()));
        }
    }

    private void reregister(AggregateKey account, UUID id) {
        publisher.publish(
                ADMIN_COMMANDS, account, id, "reregister", new RequireReregistration(publisher.metadata(account, id)));
    }

    private void erase(AggregateKey account, UUID id) {
        publisher.publish(ADMIN_COMMANDS, account, id, "erase", new EraseUser(publisher.metadata(account, id)));
    }
}
