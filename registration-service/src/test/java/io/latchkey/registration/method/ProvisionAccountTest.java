package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.KEY;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.entry;
import static io.latchkey.registration.method.Samples.place;
import static io.latchkey.registration.method.Samples.provision;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.account.DirectoryEntry;
import io.latchkey.registration.account.PasswordManagement;
import io.latchkey.registration.account.Place;
import io.latchkey.registration.method.MethodCommand.ProvisionAccount;
import io.latchkey.registration.method.MethodOutcome.AccountProvisioned;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisionAccountTest {

    private static final String LONG = "x".repeat(129);

    static Stream<Arguments> badFields() {
        return Stream.of(
                Arguments.of("directoryObjectId", of(entry("", true))),
                Arguments.of("directoryObjectId", of(entry(LONG, true))),
                Arguments.of("directoryObjectId", of(entry("a\nb", true))),
                Arguments.of("groups", of(groups(nCopies(201, "g")))),
                Arguments.of("groups[1]", of(groups(List.of("g", "")))),
                Arguments.of("groups[0]", of(groups(List.of(LONG)))),
                Arguments.of("passwordManagement", of((PasswordManagement) null)),
                Arguments.of("signInAddress", of(new Opened.Readable(" "), null)),
                Arguments.of("signInAddress", of(new Opened.Readable("x".repeat(255)), null)),
                Arguments.of("displayName", of(null, new Opened.Readable("x".repeat(257)))),
                Arguments.of("displayName", of(null, new Opened.Readable("Ada\u0000"))));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void namesTheFieldAtFault(String field, ProvisionAccount command) {
        assertThat(decide(null, command, MARCH).outcomes())
                .singleElement()
                .isInstanceOfSatisfying(CommandRejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(RejectionReason.INVALID_FIELD);
                    assertThat(rejected.field()).isEqualTo(field);
                    assertThat(rejected.retriable()).isFalse();
                });
    }

    @Test
    void refusesWhatItCannotOpen() {
        var unreadable = new Opened.Unreadable();
        assertThat(decide(null, of(unreadable, null), MARCH).outcomes())
                .containsExactly(CommandRejected.because(RejectionReason.UNREADABLE_FIELD, "signInAddress"));
        assertThat(decide(null, of(null, unreadable), MARCH).outcomes())
                .containsExactly(CommandRejected.because(RejectionReason.UNREADABLE_FIELD, "displayName"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "de", "DEU", "XX", "EU", "ZZ", "001"})
    void knowsOnlyRegionsOfIso3166(String region) {
        assertThat(fieldAtFault(new Place(region, "en", "UTC"))).isEqualTo("region");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "de_DE",
                "d",
                "languageless",
                "x-private",
                "en-x-abcdefgh-abcdefgh-abcdefgh-abcdefgh",
                "en-",
                "-en"
            })
    void knowsOnlyLanguageTags(String locale) {
        assertThat(fieldAtFault(new Place("DE", locale, "UTC"))).isEqualTo("locale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Berlin", "Europe/Nowhere", "+02:00", "UTC+2", "europe/berlin"})
    void knowsOnlyIanaTimeZones(String timeZone) {
        assertThat(fieldAtFault(new Place("DE", "de", timeZone))).isEqualTo("timeZone");
    }

    @ParameterizedTest
    @CsvSource({"DE,de,Europe/Berlin", "CN,zh-Hans-CN,Asia/Shanghai", "US,en-US,America/New_York", "GB,en,UTC"})
    void takesPlacesOfTheWorld(String region, String locale, String timeZone) {
        assertThat(decide(null, of(new Place(region, locale, timeZone)), MARCH).outcomes())
                .containsExactly(new AccountProvisioned(1, true));
    }

    @Test
    void needsNeitherAddressNorName() {
        assertThat(decide(null, of((Opened) null, null), MARCH).outcomes())
                .containsExactly(new AccountProvisioned(1, true));
    }

    @Test
    void leavesTheAccountAsItWasWhenRefused() {
        var before = Samples.proven(Samples.OLD_PHONE);
        assertThat(decide(before, of(entry("", true)), MARCH).next()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "@", "+4915123456789", "+49 151 23456789", "+1 (425) 555-0123"})
    @Tag("SPEC-1.1c")
    void refusesAnIdThatNamesThePerson(String userId) {
        assertThat(decide(null, named(userId), MARCH))
                .isEqualTo(Decision.of(
                        null,
                        CommandRejected.invalid(
                                "metadata.userId", "an opaque id, no email address and no phone number")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"u-1", "4915123456789", "01512 3456789", "c0ffee+1", "+", "S-1-5-21-3623811015"})
    void takesAnyOtherId(String userId) {
        assertThat(decide(null, named(userId), MARCH).outcomes()).containsExactly(new AccountProvisioned(1, true));
    }

    @Test
    void leavesAnAccountThatHasSuchAnIdAlreadyInReach() {
        var before = Samples.proven(Samples.OLD_PHONE);
        var disabled = new ProvisionAccount(
                new AggregateKey("contoso", "ada@example.org"),
                entry("object-1", false),
                PasswordManagement.CLOUD,
                null,
                null,
                place());

        assertThat(decide(before, disabled, MARCH).outcomes()).containsExactly(new AccountProvisioned(1, false));
    }

    private static ProvisionAccount named(String userId) {
        return new ProvisionAccount(
                new AggregateKey("contoso", userId),
                entry("object-1", true),
                PasswordManagement.CLOUD,
                null,
                null,
                place());
    }

    private static @Nullable String fieldAtFault(Place place) {
        return decide(null, of(place), MARCH).outcomes().getFirst() instanceof CommandRejected rejected
                ? rejected.field()
                : null;
    }

    private static DirectoryEntry groups(List<String> groups) {
        return new DirectoryEntry("object-1", true, groups, false);
    }

    private static ProvisionAccount of(DirectoryEntry entry) {
        return provision(entry);
    }

    private static ProvisionAccount of(@Nullable PasswordManagement management) {
        return new ProvisionAccount(KEY, entry("object-1", true), management, null, null, place());
    }

    private static ProvisionAccount of(@Nullable Opened signInAddress, @Nullable Opened displayName) {
        return new ProvisionAccount(
                KEY, entry("object-1", true), PasswordManagement.CLOUD, signInAddress, displayName, place());
    }

    private static ProvisionAccount of(Place place) {
        return new ProvisionAccount(KEY, entry("object-1", true), PasswordManagement.CLOUD, null, null, place);
    }
}
