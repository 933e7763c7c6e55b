package io.latchkey.registration.account;

import java.util.List;

/**
 * An account as its directory describes it.
 *
 * @param objectId another one under the same user id is another person's account
 */
public record DirectoryEntry(String objectId, boolean enabled, List<String> groups, boolean administrator) {
    public DirectoryEntry {
        groups = List.copyOf(groups);
    }
}
