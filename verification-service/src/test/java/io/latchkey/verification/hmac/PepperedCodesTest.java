package io.latchkey.verification.hmac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.secrets.Secrets;
import io.latchkey.verification.code.Code;
import io.latchkey.verification.code.CodeBinding;
import io.latchkey.verification.code.CodeHash;
import io.latchkey.verification.code.CodeId;
import io.latchkey.verification.code.MethodId;
import io.latchkey.verification.code.Opaque;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A hash matches the digits that it was made of, for what it was made for, under the pepper it was made with. */
class PepperedCodesTest {

    private static final AggregateKey ACCOUNT = new AggregateKey("acme", "u-1");
    private static final MethodId METHOD = new MethodId(new UUID(0, 1));
    private static final Opaque DESTINATION = new Opaque(new byte[] {1, 2});
    private static final CodeId CODE_ID = new CodeId(new UUID(0, 2));
    private static final CodeBinding BINDING = new CodeBinding(ACCOUNT, METHOD, DESTINATION, CODE_ID);
    private static final Code DIGITS = new Code("012345");

    @TempDir
    private Path directory;

    private PepperedCodes codes;

    @BeforeEach
    void pepper() {
        codes = new PepperedCodes(new Secrets(directory, true).pepper("code-pepper"));
    }

    @Test
    void theRightDigitsMatch() {
        assertThat(codes.matches(DIGITS, BINDING, codes.hash(DIGITS, BINDING))).isTrue();
    }

    @Test
    void theHashIsTheSameEveryTime() {
        assertThat(codes.hash(DIGITS, BINDING)).isEqualTo(codes.hash(DIGITS, BINDING));
    }

    @ParameterizedTest
    @MethodSource("otherwise")
    void nothingElseMatches(Code code, CodeBinding binding) {
        assertThat(codes.matches(code, binding, codes.hash(DIGITS, BINDING))).isFalse();
    }

    static Stream<Arguments> otherwise() {
        var otherMethod = new MethodId(new UUID(0, 9));
        var otherCode = new CodeId(new UUID(0, 9));
        return Stream.of(
                arguments(new Code("012346"), BINDING),
                arguments(new Code("0123450"), BINDING),
                arguments(DIGITS, binding(new AggregateKey("acme2", "u-1"), METHOD, DESTINATION, CODE_ID)),
                arguments(DIGITS, binding(new AggregateKey("acm", "eu-1"), METHOD, DESTINATION, CODE_ID)),
                arguments(DIGITS, binding(new AggregateKey("acme", "u-2"), METHOD, DESTINATION, CODE_ID)),
                arguments(DIGITS, binding(ACCOUNT, otherMethod, DESTINATION, CODE_ID)),
                arguments(DIGITS, binding(ACCOUNT, METHOD, new Opaque(new byte[] {1, 3}), CODE_ID)),
                arguments(DIGITS, binding(ACCOUNT, METHOD, DESTINATION, otherCode)));
    }

    @Test
    void underAnotherPepperNothingMatches(@TempDir Path elsewhere) {
        var others = new PepperedCodes(new Secrets(elsewhere, true).pepper("code-pepper"));

        assertThat(codes.matches(DIGITS, BINDING, others.hash(DIGITS, BINDING))).isFalse();
    }

    @Test
    void aDamagedHashMatchesNothing() {
        assertThat(codes.matches(DIGITS, BINDING, new CodeHash(new Opaque(new byte[0]))))
                .isFalse();
    }

    private static CodeBinding binding(AggregateKey account, MethodId method, Opaque destination, CodeId code) {
        return new CodeBinding(account, method, destination, code);
    }
}
