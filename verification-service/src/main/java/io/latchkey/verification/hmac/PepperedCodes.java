package io.latchkey.verification.hmac;

import io.latchkey.messaging.sealing.LengthPrefixed;
import io.latchkey.messaging.secrets.Pepper;
import io.latchkey.verification.code.Code;
import io.latchkey.verification.code.CodeBinding;
import io.latchkey.verification.code.CodeHash;
import io.latchkey.verification.code.CodeHasher;
import io.latchkey.verification.code.Opaque;
import java.util.HexFormat;

/**
 * HMAC-SHA256 over the digits and everything that they are bound to. Whoever has the database alone cannot try the
 * million codes there are.
 */
public record PepperedCodes(Pepper pepper) implements CodeHasher {

    @Override
    public CodeHash hash(Code code, CodeBinding binding) {
        return new CodeHash(new Opaque(pepper.hash(message(code, binding))));
    }

    @Override
    public boolean matches(Code code, CodeBinding binding, CodeHash hash) {
        return pepper.matches(hash.value().bytes(), message(code, binding));
    }

    private static byte[] message(Code code, CodeBinding binding) {
        return LengthPrefixed.of(
                binding.account().tenantId(),
                binding.account().userId(),
                binding.method().value().toString(),
                HexFormat.of().formatHex(binding.destinationHash().bytes()),
                binding.code().value().toString(),
                code.digits());
    }
}
