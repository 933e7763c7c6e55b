package io.latchkey.messaging.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AggregateKeyTest {

    static Stream<String> valid() {
        return Stream.of("a", " ", "a b", "u-1", "ünïcødé", "😀", "a\u00a0b", "a\u2028b", "a".repeat(128));
    }

    static Stream<String> invalid() {
        return Stream.of("", "/", "a/b", "\u0000", "a\nb", "a\tb", "a\u001fb", "a\u007fb", "a\u009fb", "a".repeat(129));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void anIdOfOneToAHundredAndTwentyEightCharactersNamesAnAccount(String id) {
        assertThat(AggregateKey.of(id, "u")).contains(new AggregateKey(id, "u"));
        assertThat(AggregateKey.of("t", id)).contains(new AggregateKey("t", id));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anyOtherIdNamesNone(String id) {
        assertThat(AggregateKey.of(id, "u")).isEmpty();
        assertThat(AggregateKey.of("t", id)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void noKeyIsMadeOfWhatNamesNoneAndNoneIsShown(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AggregateKey(id, "u"))
                .withMessage("tenant and user ids have 1 to 128 characters, no '/' and no controls");
        assertThatIllegalArgumentException().isThrownBy(() -> AggregateKey.tenant(id));
        assertThatIllegalArgumentException().isThrownBy(() -> AggregateKey.parse("t/" + id));
    }

    @Test
    void aTenantIsNamedByItsIdAlone() {
        var tenant = AggregateKey.tenant("acme");

        assertThat(tenant.value()).isEqualTo("acme");
        assertThat(AggregateKey.parse("acme")).isEqualTo(tenant);
        assertThat(tenant.isTenant()).isTrue();
        assertThat(new AggregateKey("acme", "u-1").isTenant()).isFalse();
    }

    @Test
    void anEmptyUserIdMeansTheTenantOnlyWhereOneMayBeMeant() {
        assertThat(AggregateKey.named("acme", "")).contains(AggregateKey.tenant("acme"));
        assertThat(AggregateKey.named("acme", "u-1")).contains(new AggregateKey("acme", "u-1"));
        assertThat(AggregateKey.named("", "")).isEmpty();
        assertThat(AggregateKey.of("acme", "")).isEmpty();
    }

    @Test
    void tenantAndUserAreJoinedByASlash() {
        assertThat(new AggregateKey("acme", "u-1").value()).isEqualTo("acme/u-1");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void aKeyIsReadAsItWasWritten(String id) {
        var key = new AggregateKey(id, id);

        assertThat(AggregateKey.parse(key.value())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/u", "acme/", "acme/u/1", "acme//u", "acme/u\n"})
    void whatIsNeitherTenantAndUserNorATenantCannotBeRead(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> AggregateKey.parse(value));
    }
}
