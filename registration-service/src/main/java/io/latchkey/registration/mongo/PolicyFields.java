package io.latchkey.registration.mongo;

import io.latchkey.messaging.mongo.FieldCipher;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.policy.Help;
import io.latchkey.registration.policy.PolicyVersion;
import io.latchkey.registration.policy.TenantPolicy;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;

/** A tenant's policies; each administrator's address is sealed for its version and place. */
record PolicyFields(FieldCipher cipher) {

    private static final String VERSIONS = "versions";
    private static final String NUMBER = "number";
    private static final String DEFINED_AT = "definedAt";
    private static final String COMMAND_ID = "commandId";
    private static final String POLICY = "policy";
    private static final String HELPDESK = "helpdesk";
    private static final String ADMINISTRATORS = "administrators";

    Document encode(TenantPolicy state) {
        return new Document(
                VERSIONS, state.versions().stream().map(this::encode).toList());
    }

    TenantPolicy decode(Document state) {
        return new TenantPolicy(state.getList(VERSIONS, Document.class).stream()
                .map(this::version)
                .toList());
    }

    private Document encode(PolicyVersion version) {
        var policy = PolicyRuleFields.encode(version.policy())
                .append(HELPDESK, version.policy().help().helpdesk())
                .append(ADMINISTRATORS, sealed(version));
        return new Document(NUMBER, version.number())
                .append(DEFINED_AT, Date.from(version.definedAt()))
                .append(COMMAND_ID, version.commandId().toString())
                .append(POLICY, policy);
    }

    private PolicyVersion version(Document version) {
        long number = version.getLong(NUMBER);
        var policy = version.get(POLICY, Document.class);
        return new PolicyVersion(
                number,
                PolicyRuleFields.decode(policy, new Help(policy.getString(HELPDESK), opened(policy, number))),
                version.getDate(DEFINED_AT).toInstant(),
                UUID.fromString(version.getString(COMMAND_ID)));
    }

    private List<Binary> sealed(PolicyVersion version) {
        var addresses = version.policy().help().administrators();
        return IntStream.range(0, addresses.size())
                .mapToObj(i ->
                        cipher.seal(path(version.number(), i), addresses.get(i).value()))
                .toList();
    }

    private List<EmailAddress> opened(Document policy, long number) {
        var addresses = new ArrayList<EmailAddress>();
        for (var sealed : policy.getList(ADMINISTRATORS, Binary.class)) {
            addresses.add(new EmailAddress(cipher.open(path(number, addresses.size()), sealed)));
        }
        return addresses;
    }

    private static String path(long version, int place) {
        return VERSIONS + "." + version + "." + ADMINISTRATORS + "." + place;
    }
}
