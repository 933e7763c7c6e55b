package io.latchkey.simulation.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.verification.code.Code;
import io.latchkey.verification.code.CodeBinding;
import io.latchkey.verification.code.CodeHash;
import io.latchkey.verification.code.CodeHasher;
import io.latchkey.verification.code.Opaque;

/** Hashes without cryptography: the digits, tagged with everything that they are bound to. */
public final class TaggedCodes implements CodeHasher {

    @Override
    public CodeHash hash(Code code, CodeBinding binding) {
        var text = code.digits() + " " + binding.account().value() + " "
                + binding.method().value() + " " + binding.code().value();
        return new CodeHash(new Opaque(text.getBytes(UTF_8)));
    }

    @Override
    public boolean matches(Code code, CodeBinding binding, CodeHash hash) {
        return hash(code, binding).equals(hash);
    }
}
