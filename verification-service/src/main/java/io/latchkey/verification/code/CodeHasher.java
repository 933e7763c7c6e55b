package io.latchkey.verification.code;

/** Hashes codes under a secret that decisions never see. A function of its arguments and that secret. */
public interface CodeHasher {

    CodeHash hash(Code code, CodeBinding binding);

    /** In constant time. Nothing matches a hash whose pepper is gone. */
    boolean matches(Code code, CodeBinding binding, CodeHash hash);
}
