package io.latchkey.embedded.demo;

import static io.latchkey.schemas.EligibilityPage.CONTACT_ADMINISTRATOR;
import static io.latchkey.schemas.EligibilityPage.COULD_NOT_VERIFY;
import static io.latchkey.schemas.EligibilityPage.NOT_ENABLED;

import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.EligibilityPage;
import io.latchkey.schemas.EligibilityReason;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodPrepopulated;
import io.latchkey.schemas.MethodState;
import io.latchkey.schemas.PasswordManagement;
import io.latchkey.schemas.ProvisionAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Second chapter: a directory brings accounts and what it knows of them, and each is shown where it stands. */
record Arriving(Stage stage, Household household, Administrator administrator, Board board, ReadApi api) {

    /** In one go; the answers come in any order. */
    Map<String, AccountProvisioned> accountsAreProvisioned() {
        stage.step("An administrator provisions five accounts in bulk, and reads the answers afterwards");
        var sent = new LinkedHashMap<String, Sent>();
        sent.put("a", provisioned("a", _ -> {}));
        sent.put("b", provisioned("b", it -> it.setPasswordManagement(PasswordManagement.FEDERATED)));
        sent.put("c", provisioned("c", it -> it.setGroups(List.of("guests"))));
        sent.put("d", provisioned("d", it -> it.setEnabled(false)));
        sent.put("e", provisioned("e", _ -> {}));
        var answers = new LinkedHashMap<String, AccountProvisioned>();
        sent.forEach((name, command) -> answers.put(name, stage.reply(AccountProvisioned.class, command)));
        return answers;
    }

    private Sent provisioned(String name, Consumer<ProvisionAccount.Builder> changes) {
        var person = new Person(stage.portal(), household.account(name));
        var inTheGroup = (Consumer<ProvisionAccount.Builder>) it -> it.setGroups(List.of(household.group()));
        return stage.says(person.isProvisioned(
                household.signInAddress(name), household.displayName(name), inTheGroup.andThen(changes)));
    }

    void eachPageIsShown(Map<String, AccountProvisioned> provisioned) {
        stage.step("Four of them cannot reset: the topic and the HTTP API show each its page and reason");
        shown("b", provisioned, CONTACT_ADMINISTRATOR, EligibilityReason.PASSWORD_FEDERATED);
        shown("c", provisioned, NOT_ENABLED, EligibilityReason.NOT_IN_SELECTED_GROUP);
        shown("d", provisioned, NOT_ENABLED, EligibilityReason.ACCOUNT_DISABLED);
        shown("e", provisioned, COULD_NOT_VERIFY, EligibilityReason.NOT_REGISTERED);
        stage.expect(
                "the answer about an account that nobody knows",
                api.eligibility(household.account("e")),
                api.eligibility(household.account("nobody")));
        stage.transcript().remark("HTTP: the eligibility of an unknown account is told as that of E, byte by byte");
    }

    private void shown(
            String name, Map<String, AccountProvisioned> provisioned, EligibilityPage page, EligibilityReason reason) {
        var event = Objects.requireNonNull(provisioned.get(name), "everybody was provisioned");
        board.shows(household.account(name), event.getMetadata(), page, reason);
    }

    /** @return the ids of the email and of the office phone */
    List<UUID> methodsArePutDown() {
        stage.step("The administrator puts down A's email and sets the office phone, with an extension");
        var a = household.account("a");
        var email =
                stage.reply(MethodPrepopulated.class, stage.says(administrator.putsDownEmail(a, household.email())));
        var office = stage.reply(
                MethodPrepopulated.class, stage.says(administrator.setsOfficePhone(a, household.officePhone())));
        var standing = board.shows(a, office.getMetadata(), COULD_NOT_VERIFY, EligibilityReason.NOT_REGISTERED);
        stage.expect(
                "the methods put down",
                Set.of(MethodKind.EMAIL, MethodKind.OFFICE_PHONE),
                standing.kinds(MethodState.PREPOPULATED));
        return List.of(email.getMethodId(), office.getMethodId());
    }
}
