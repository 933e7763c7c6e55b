package io.latchkey.embedded.demo;

import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.AdministratorContacted;
import io.latchkey.schemas.DefinePolicy;
import io.latchkey.schemas.MethodPrepopulated;
import io.latchkey.schemas.MethodRemoved;
import io.latchkey.schemas.PolicyChanged;
import io.latchkey.schemas.PolicyDefined;
import io.latchkey.schemas.PrepopulateMethod;
import io.latchkey.schemas.ReconfirmReminder;
import io.latchkey.schemas.RegisterSecurityAnswers;
import io.latchkey.schemas.RegistrationCompleted;
import io.latchkey.schemas.RegistrationStatus;
import io.latchkey.schemas.ReregistrationRequired;
import io.latchkey.schemas.SecurityAnswersRegistered;
import io.latchkey.schemas.SetOfficePhone;
import org.apache.avro.specific.SpecificRecord;

/** What may be shown of a record about a policy or about an account as a whole. */
final class AccountSummary {

    private AccountSummary() {}

    static String of(SpecificRecord record) {
        return switch (record) {
            case DefinePolicy it ->
                "%d kinds offered, %d administrators"
                        .formatted(
                                it.getPolicy().getMethodsOffered().size(),
                                it.getPolicy().getAdministratorAddresses().size());
            case PolicyChanged it ->
                "version %d, %d administrators".formatted(it.getVersion(), it.getAdministratorCount());
            case PolicyDefined it -> "version " + it.getVersion();
            case PrepopulateMethod it -> it.getKind() + " " + Summary.sealed(it.getDestination());
            case SetOfficePhone it -> Summary.sealed(it.getDestination());
            case MethodPrepopulated it -> it.getKind() + " " + it.getMask();
            case RegisterSecurityAnswers it -> it.getAnswers().size() + " answers, each sealed";
            case SecurityAnswersRegistered it -> it.getCount() + " answers";
            case RegistrationCompleted it -> "by policy version " + it.getPolicyVersion();
            case RegistrationStatus it -> "%s, %s %s".formatted(it.getState(), it.getPage(), it.getReason());
            case AdministratorContacted it ->
                "%s %s, %d administrators"
                        .formatted(
                                it.getPage(),
                                it.getReason(),
                                it.getAdministrators().size());
            case ReconfirmReminder it ->
                "no. %d, %d methods, due %s"
                        .formatted(it.getNumber(), it.getMethodIds().size(), Summary.day(it.getDueAt()));
            case MethodRemoved it -> "%s by %s".formatted(it.getKind(), it.getRemovedBy());
            case ReregistrationRequired it -> it.getMethodIds().size() + " methods";
            case AccountErased it ->
                "generation %d, key %s destroyed".formatted(it.getGeneration(), it.getDestroyedKeyId());
            default -> "";
        };
    }
}
