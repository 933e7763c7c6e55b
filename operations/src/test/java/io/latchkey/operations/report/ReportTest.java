package io.latchkey.operations.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.kafka.ValueOrder;
import io.latchkey.operations.OperatorTest;
import io.latchkey.schemas.EligibilityPage;
import io.latchkey.schemas.EligibilityReason;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.RegistrationState;
import io.latchkey.schemas.RegistrationStatus;
import io.latchkey.schemas.Requirement;
import io.latchkey.schemas.RequirementKind;
import io.latchkey.schemas.topics.Topic;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the topic of statuses is reported as. */
class ReportTest extends OperatorTest {

    private static final Instant EPOCH = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant DUE = Instant.parse("2026-06-01T12:00:00Z");

    private void stands(String tenant, String user, boolean registered, long sequence, long revision) {
        var metadata = EventMetadata.newBuilder()
                .setEventId(UUID.randomUUID())
                .setTenantId(tenant)
                .setUserId(user)
                .setSequence(sequence)
                .setEpoch(EPOCH)
                .setOccurredAt(EPOCH)
                .setCorrelationId(UUID.randomUUID())
                .build();
        var missing = new Requirement(RequirementKind.METHOD, 1, List.of(MethodKind.MOBILE_PHONE, MethodKind.EMAIL));
        var status = RegistrationStatus.newBuilder()
                .setMetadata(metadata)
                .setRevision(revision)
                .setGeneration(1)
                .setState(registered ? RegistrationState.COMPLETED : RegistrationState.NOT_STARTED)
                .setRegistered(registered)
                .setEnabled(true)
                .setCapable(registered)
                .setPage(registered ? EligibilityPage.NONE : EligibilityPage.COULD_NOT_VERIFY)
                .setReason(registered ? EligibilityReason.ELIGIBLE : EligibilityReason.NOT_REGISTERED)
                .setMethods(List.of())
                .setMissing(registered ? List.of() : List.of(missing))
                .setRecommended(List.of())
                .setDueAt(registered ? DUE : null)
                .setPolicyVersion(3)
                .setAdministrator(false)
                .build();
        produce(Topic.REGISTRATION_STATUS, tenant + "/" + user, status);
    }

    private void isErased(String tenant, String user, long sequence) {
        var record = new ProducerRecord<byte[], byte[]>(
                topics.name(Topic.REGISTRATION_STATUS), (tenant + "/" + user).getBytes(UTF_8), null);
        new ValueOrder(EPOCH, sequence)
                .headers()
                .forEach(header -> record.headers().add(header.name(), header.value()));
        send(record);
    }

    private List<String> reported(String... options) {
        var result = here(Stream.concat(Stream.of("report"), Stream.of(options)).toArray(String[]::new));
        assertThat(result.exit()).isZero();
        return result.out().lines().toList();
    }

    private void threeAccounts() {
        stands("acme", "ann", false, 1, 1);
        stands("acme", "ann", true, 2, 2);
        stands("acme", "bob", false, 1, 1);
        stands("other", "eve", true, 1, 1);
    }

    @Test
    @Tag("SPEC-6.7a")
    void countsByTenant() {
        threeAccounts();

        assertThat(reported())
                .containsExactly(
                        "tenant  accounts  registered  enabled  capable  missing something",
                        "acme    2         1           2        1        1",
                        "other   1         1           1        1        0");
        assertThat(reported("--missing", "--tenant", "acme"))
                .containsExactly(
                        "tenant  accounts  registered  enabled  capable  missing something",
                        "acme    1         0           1        0        1");
        assertThat(reported("--tenant", "nobody")).containsExactly("no accounts");
    }

    @Test
    @Tag("SPEC-6.7b")
    void listsAccounts() {
        threeAccounts();

        assertThat(reported("--format", "csv", "--tenant", "acme"))
                .containsExactlyInAnyOrder(
                        "tenantId,userId,state,registered,enabled,capable,reason,missing,dueAt,administrator,policyVersion",
                        "acme,ann,COMPLETED,true,true,true,ELIGIBLE,,2026-06-01T12:00:00Z,false,3",
                        "acme,bob,NOT_STARTED,false,true,false,NOT_REGISTERED,METHOD 1 of MOBILE_PHONE or EMAIL,,false,3");
        assertThat(reported("--format", "csv", "--missing")).hasSize(2);
    }

    @Test
    void believesTheNewestValueWhateverTheOrderOnTheTopic() {
        stands("acme", "ann", true, 2, 3);
        stands("acme", "ann", false, 2, 2);
        stands("acme", "bob", true, 3, 3);
        stands("acme", "bob", false, 2, 9);

        assertThat(reported()).last().asString().startsWith("acme    2         2 ");
    }

    @Test
    void hasNoErasedAccountUnlessItCameAgain() {
        stands("acme", "ann", true, 1, 1);
        isErased("acme", "ann", 2);
        stands("acme", "ann", true, 1, 1);
        isErased("acme", "bob", 2);
        stands("acme", "bob", false, 3, 4);

        assertThat(reported("--format", "csv")).hasSize(2).last().asString().startsWith("acme,bob,");
    }

    @Test
    void isHarmlessInASpreadsheet() {
        stands("acme", "=1+1", true, 1, 1);

        assertThat(reported("--format", "csv")).last().asString().startsWith("acme,'=1+1,");
    }

    @Test
    void saysHowManyRecordsItCouldNotRead() {
        threeAccounts();
        send(new ProducerRecord<>(
                topics.name(Topic.REGISTRATION_STATUS), "acme/tom".getBytes(UTF_8), "garbage".getBytes(UTF_8)));

        var result = here("report");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("latchkey: 1 records could not be read and were left out\n");
        assertThat(result.out().lines()).hasSize(3);
    }
}
