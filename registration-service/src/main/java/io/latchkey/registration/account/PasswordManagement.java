package io.latchkey.registration.account;

/** Who manages an account's password. */
public enum PasswordManagement {
    CLOUD,
    ON_PREMISES_WITH_WRITEBACK,
    ON_PREMISES_WITHOUT_WRITEBACK,
    FEDERATED
}
