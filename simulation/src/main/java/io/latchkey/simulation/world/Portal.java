package io.latchkey.simulation.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.ConfirmMethod;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.PasswordManagement;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.ReconfirmTick;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.ResendCode;
import io.latchkey.schemas.SubmitCode;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.simulation.model.TaggedSeals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/** Portals, administrators and the people behind them: what they publish, from what they have seen and read. */
final class Portal {

    private static final List<AggregateKey> ACCOUNTS =
            List.of(new AggregateKey("t1", "ann"), new AggregateKey("t1", "bob"), new AggregateKey("t2", "cas"));
    private static final Pattern DIGITS = Pattern.compile("(?:: |\n\n)([0-9]{6,10})\\b");
    private static final long COMMANDS = 0xc0;
    private static final int DESTINATIONS = 3;

    private final World world;
    private final AvroValues values;
    private final Sealer sealer = new TaggedSeals();
    private final List<MethodRegistered> registered = new ArrayList<>();
    private final List<MethodProven> proven = new ArrayList<>();
    private final List<CodeIssued> issued = new ArrayList<>();
    private final List<UUID> published = new ArrayList<>();
    private final Map<UUID, String> messages = new HashMap<>();
    private final Set<AggregateKey> provisioned = new HashSet<>();
    private int letters;
    private int commands;

    Portal(World world, AvroValues values) {
        this.world = world;
        this.values = values;
    }

    void observe(SpecificRecord event) {
        switch (event) {
            case MethodRegistered method -> registered.add(method);
            case MethodProven method -> proven.add(method);
            case CodeIssued code -> issued.add(code);
            default -> {}
        }
    }

    /** People read what providers took. */
    void read() {
        var ledger = world.providers().ledger();
        for (; letters < ledger.size(); letters++) {
            var call = ledger.get(letters);
            var digits = DIGITS.matcher(call.text());
            if (call.delivered() && digits.find()) {
                messages.put(call.notification(), digits.group(1));
            }
        }
    }

    void publish(int what, int whom, int how) {
        var account = ACCOUNTS.get(whom % ACCOUNTS.size());
        if (how % 4 != 0 && provisioned.add(account)) {
            provision(account, next(), 1);
            return;
        }
        switch (what % 16) {
            case 0, 1, 2 -> provision(account, next(), how);
            case 3, 4, 5, 6, 7, 8 -> register(account, next(), how);
            case 9, 10 -> resend(how);
            case 11 -> confirm(how);
            case 12 -> reuse(account, how);
            case 13 -> misaddress(account, how);
            case 14 -> world.append(garbage(account), "portal");
            default -> everybody(how);
        }
    }

    private void everybody(int how) {
        ACCOUNTS.forEach(account -> register(account, next(), how));
    }

    private UUID next() {
        return new UUID(COMMANDS, ++commands);
    }

    /** Now and then somebody else's account under the same id, or one that is disabled. */
    private void provision(AggregateKey account, UUID id, int how) {
        var record = ProvisionAccount.newBuilder()
                .setMetadata(metadata(account, id))
                .setDirectoryObjectId(how % 7 == 0 ? "another-object" : "object")
                .setEnabled(how % 9 != 0)
                .setPasswordManagement(PasswordManagement.CLOUD)
                .setRegion("DE")
                .setLocale("en")
                .setTimeZone("Europe/Berlin")
                .build();
        publish(Topic.ADMIN_COMMANDS, account, id, record.getDirectoryObjectId() + record.getEnabled(), record);
    }

    private void register(AggregateKey account, UUID id, int how) {
        boolean phone = how % 3 != 0;
        int which = how / 3 % DESTINATIONS;
        var destination = phone ? "+4917100000" + which : "person" + which + "@example.org";
        publish(Topic.REGISTRATION_COMMANDS, account, id, destination, registration(account, id, phone, destination));
    }

    private RegisterMethod registration(AggregateKey account, UUID id, boolean phone, String destination) {
        var belongsTo = new AssociatedData(AssociatedData.DESTINATION, account, id);
        return RegisterMethod.newBuilder()
                .setMetadata(metadata(account, id))
                .setKind(phone ? MethodKind.MOBILE_PHONE : MethodKind.EMAIL)
                .setDestination(sealer.seal(KeyOwner.REGISTRATION, belongsTo, destination))
                .build();
    }

    private void resend(int how) {
        if (!registered.isEmpty()) {
            var method = lately(registered, how);
            var account = account(method.getMetadata());
            var id = next();
            var record = new ResendCode(metadata(account, id), method.getMethodId());
            publish(Topic.VERIFICATION_COMMANDS, account, id, "resend " + method.getMethodId(), record);
        }
    }

    private void confirm(int how) {
        if (!proven.isEmpty()) {
            var account = account(lately(proven, how).getMetadata());
            var methods = proven.stream()
                    .filter(method -> account(method.getMetadata()).equals(account))
                    .map(MethodProven::getMethodId)
                    .distinct()
                    .toList();
            var id = next();
            var newest = methods.subList(Math.max(0, methods.size() - 1 - how % 2), methods.size());
            publish(
                    Topic.REGISTRATION_COMMANDS,
                    account,
                    id,
                    "confirm " + newest,
                    new ConfirmMethod(metadata(account, id), newest));
        }
    }

    /** An id that was used before, with the same wish or another. */
    private void reuse(AggregateKey account, int how) {
        if (!published.isEmpty()) {
            var id = lately(published, how);
            register(account, id, how / 5);
        }
    }

    /** A key that names another account than the record. */
    private void misaddress(AggregateKey account, int how) {
        var other = ACCOUNTS.get((ACCOUNTS.indexOf(account) + 1) % ACCOUNTS.size());
        var topic = Service.name(Topic.REGISTRATION_COMMANDS);
        var value = values.encode(topic, registration(other, next(), true, "+49171000000" + how % 2));
        world.append(new OutputRecord(topic, account.value().getBytes(UTF_8), value, List.of()), "portal");
    }

    private static OutputRecord garbage(AggregateKey account) {
        var topic = Service.name(Topic.VERIFICATION_COMMANDS);
        return new OutputRecord(topic, account.value().getBytes(UTF_8), new byte[] {1, 2, 3}, List.of());
    }

    /** Several guesses at one code, at once. */
    void guess(int which, int many, int how) {
        if (issued.isEmpty()) {
            return;
        }
        var code = lately(issued, which);
        for (int i = 0; i <= many % 4; i++) {
            boolean right = (how >> i) % 3 == 0;
            var digits = messages.get(code.getCodeId());
            submit(code, right && digits != null ? digits : "00000" + i);
        }
    }

    private void submit(CodeIssued code, String digits) {
        var account = account(code.getMetadata());
        var id = next();
        var belongsTo = new AssociatedData(AssociatedData.CODE, account, id);
        var record = new SubmitCode(
                metadata(account, id), code.getCodeId(), sealer.seal(KeyOwner.VERIFICATION, belongsTo, digits));
        publish(Topic.VERIFICATION_COMMANDS, account, id, "submit " + code.getCodeId(), record);
    }

    void tick(AggregateKey account, Instant asOf) {
        var topic = Service.name(Topic.REGISTRATION_TICKS);
        var value = values.encode(topic, new ReconfirmTick(metadata(account, next()), asOf));
        world.append(new OutputRecord(topic, account.value().getBytes(UTF_8), value, List.of()), "scan");
    }

    private void publish(Topic topic, AggregateKey account, UUID id, String content, SpecificRecord record) {
        var name = Service.name(topic);
        var output = new OutputRecord(name, account.value().getBytes(UTF_8), values.encode(name, record), List.of());
        var appended = world.append(output, "portal");
        published.add(id);
        world.facts().intended(new Facts.Intent(id, account, content, appended));
    }

    private CommandMetadata metadata(AggregateKey account, UUID id) {
        return new CommandMetadata(id, account.tenantId(), account.userId(), world.now(), id, null);
    }

    private static AggregateKey account(EventMetadata metadata) {
        return new AggregateKey(metadata.getTenantId(), metadata.getUserId());
    }

    /** One of the last few. */
    private static <T> T lately(List<T> all, int which) {
        return all.get(all.size() - 1 - which % Math.min(4, all.size()));
    }
}
