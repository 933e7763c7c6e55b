package io.latchkey.operations.accounts;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.HpkeOpener;
import io.latchkey.messaging.sealing.SealingKeys;
import io.latchkey.operations.OperatorTest;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.PrepopulateMethod;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.PublicKey;
import io.latchkey.schemas.topics.Topic;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand lines, ten of them bad, over a broker and a registry. */
class ImportTest extends OperatorTest {

    private static final int LINES = 1000;
    private static final String HEADER =
            "userId,directoryObjectId,enabled,passwordManagement,region,locale,timeZone,displayName,mobilePhone\n";

    private final SealingKeys keys = SealingKeys.generate(KeyOwner.REGISTRATION);

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void writeFileAndAnnounceKey() throws IOException {
        file = directory.resolve("accounts.csv");
        Files.writeString(
                file,
                HEADER
                        + IntStream.rangeClosed(2, LINES + 1)
                                .mapToObj(ImportTest::line)
                                .collect(Collectors.joining()));
        var key = keys.primary();
        var bytes = ByteBuffer.wrap(key.publicKey().toByteArray());
        produce(
                Topic.KEYS,
                key.keyId(),
                new PublicKey(
                        UUID.randomUUID(), Instant.now(), key.keyId(), KeyOwner.REGISTRATION, bytes, Instant.EPOCH));
    }

    /** Every hundredth has a region that is none. */
    private static String line(int number) {
        var region = number % 100 == 0 ? "Narnia" : "DE";
        return "u%d,obj-%d,true,CLOUD,%s,de,Europe/Berlin,Person %d,%s%n"
                .formatted(number, number, region, number, phone(number));
    }

    private static String phone(int number) {
        return "+49151" + (20_000_000 + number);
    }

    private Result runs(String... more) {
        return runs(new StringWriter(), more);
    }

    private Result runs(StringWriter out, String... more) {
        var arguments = new ArrayList<>(List.of("accounts", "import", file.toString(), "--tenant", "acme"));
        arguments.addAll(List.of(more));
        return here(out, arguments.toArray(String[]::new));
    }

    /** Its thread is interrupted as it reports the bad line half way. */
    private Result runsAndIsStopped() {
        var out = new StringWriter() {
            @Override
            public void write(String text, int from, int length) {
                super.write(text, from, length);
                if (text.startsWith("line 500:")) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        var result = runs(out);
        assertThat(Thread.interrupted()).isTrue();
        return result;
    }

    private static CommandMetadata metadata(SpecificRecord command) {
        return (CommandMetadata)
                command.get(command.getSchema().getField("metadata").pos());
    }

    /** Every good line's account and phone are there, each under one command id. */
    private void assertThatAllAreThereOnceByCommandId() {
        var commands = records(Topic.ADMIN_COMMANDS);
        var byAccount = commands.stream()
                .collect(groupingBy(command -> metadata(command).getUserId()));
        assertThat(byAccount).hasSize(990).doesNotContainKey("u500");
        byAccount.forEach((user, all) -> {
            assertThat(ids(all, ProvisionAccount.class)).hasSize(1);
            assertThat(ids(all, PrepopulateMethod.class)).hasSize(1);
            assertThat(all.getFirst()).isInstanceOf(ProvisionAccount.class);
            all.stream()
                    .filter(PrepopulateMethod.class::isInstance)
                    .map(PrepopulateMethod.class::cast)
                    .forEach(command ->
                            assertThat(opened(command)).isEqualTo(phone(Integer.parseInt(user.substring(1)))));
        });
    }

    private static List<UUID> ids(List<SpecificRecord> commands, Class<? extends SpecificRecord> type) {
        return commands.stream()
                .filter(type::isInstance)
                .map(command -> metadata(command).getCommandId())
                .distinct()
                .toList();
    }

    private String opened(PrepopulateMethod command) {
        var metadata = command.getMetadata();
        var belongsTo = new AssociatedData(
                AssociatedData.DESTINATION,
                new AggregateKey(metadata.getTenantId(), metadata.getUserId()),
                metadata.getCommandId());
        return switch (new HpkeOpener(keys).open(command.getDestination(), belongsTo)) {
            case Opened.Readable(var text) -> text;
            case Opened.Unreadable _ -> "unreadable";
        };
    }

    @Test
    @Tag("SPEC-1.2c")
    @Tag("SPEC-2.4a")
    void sendsWhatIsGoodAndSaysWhatIsNot() {
        var result = runs("--fingerprint", keys.primary().fingerprint().value());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out().lines())
                .hasSize(11)
                .startsWith("line 100: region must be an ISO 3166-1 alpha-2 region")
                .last()
                .asString()
                .startsWith("imported: 990 accounts, 1980 commands, 10 bad lines, 0 rejected commands; ");
        assertThat(result.out() + result.err()).doesNotContain("Narnia").doesNotContain("+49151");
        assertThatAllAreThereOnceByCommandId();
    }

    @Test
    void goesOnWhereItWasStopped() {
        var first = runsAndIsStopped();
        assertThat(first.exit()).isEqualTo(2);
        assertThat(records(Topic.ADMIN_COMMANDS)).hasSizeBetween(1, 1000);

        var second = runs();

        assertThat(second.err()).contains("latchkey: going on after line ");
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.out().lines().toList().getLast())
                .startsWith("imported: 990 accounts, 1980 commands, 10 bad lines, ");
        assertThatAllAreThereOnceByCommandId();
    }

    @Test
    void sendsTheSameCommandsAgainWhereItsCheckpointIsBehind() throws IOException {
        var begin = directory.resolve("copy");
        runsAndIsStopped();
        var checkpoint = AccountFile.of(file).checkpoint();
        Files.writeString(
                begin,
                Files.readString(checkpoint)
                        .replaceAll("(?m)^offset=.*$", "offset=" + HEADER.length())
                        .replaceAll("(?m)^line=.*$", "line=1")
                        .replaceAll("(?m)^(accounts|commands|bad|rejected)=.*$", "$1=0"));
        Files.move(begin, checkpoint, StandardCopyOption.REPLACE_EXISTING);

        runs();

        assertThat(records(Topic.ADMIN_COMMANDS)).hasSizeGreaterThan(1980);
        assertThatAllAreThereOnceByCommandId();
    }

    @Test
    void isDoneOnceAndAnewOnlyWhenAsked() {
        runs();

        var again = runs();
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.out()).startsWith("imported before, --restart imports it anew: 990 accounts");
        assertThat(records(Topic.ADMIN_COMMANDS)).hasSize(1980);

        runs("--restart");
        var provisions = records(Topic.ADMIN_COMMANDS).stream()
                .filter(ProvisionAccount.class::isInstance)
                .toList();
        assertThat(ids(provisions, ProvisionAccount.class)).hasSize(1980);
    }

    @Test
    void doesNotGoOnWithAnotherFile() throws IOException {
        runsAndIsStopped();
        Files.writeString(file, HEADER + line(2));

        var result = runs();

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("the file or the tenant is another now: --restart begins anew");
    }

    @Test
    void rehearsesWithoutSending() {
        var result = runs("--dry-run");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out().lines().toList().getLast())
                .startsWith("would be imported: 990 accounts, 1980 commands, 10 bad lines, ");
        assertThat(records(Topic.ADMIN_COMMANDS)).isEmpty();
        assertThat(AccountFile.of(file).checkpoint()).doesNotExist();
    }

    @Test
    void sealsWithNoKeyThatIsNotPinned() {
        var other = SealingKeys.generate(KeyOwner.REGISTRATION).primary().fingerprint();

        var result = runs("--fingerprint", other.value());

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("has no public key of registration with a given --fingerprint");
        assertThat(records(Topic.ADMIN_COMMANDS)).isEmpty();
    }
}
