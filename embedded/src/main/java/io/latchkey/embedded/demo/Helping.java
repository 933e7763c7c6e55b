package io.latchkey.embedded.demo;

import io.latchkey.schemas.AdministratorContacted;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.CommandRejectionReason;
import io.latchkey.schemas.EligibilityReason;
import io.latchkey.schemas.NotificationAccepted;
import io.latchkey.schemas.NotificationPurpose;

/** Fifth chapter: people who cannot reset turn to their administrators. */
record Helping(Stage stage, Household household) {

    private static final int A_DAY = 3;

    void bAsksForHelp() {
        stage.step("B, whose password another provider manages, asks the administrators for help");
        var b = person("b");
        asked(b, EligibilityReason.PASSWORD_FEDERATED);
        tells("b", "another identity provider manages the password");
        stage.step("B asks again and again: the fourth time in a day is refused");
        for (int i = 1; i < A_DAY; i++) {
            asked(b, EligibilityReason.PASSWORD_FEDERATED);
        }
        var rejected = stage.reply(CommandRejected.class, stage.says(b.asksForHelp()));
        stage.expect("the reason", CommandRejectionReason.RATE_LIMITED, rejected.getReason());
        stage.expect("whether a later try may succeed", true, rejected.getRetriable() && rejected.getRetryAt() != null);
    }

    void dAsksForHelp() {
        stage.step("D asks too, although the account is disabled");
        asked(person("d"), EligibilityReason.ACCOUNT_DISABLED);
        tells("d", "the account is disabled");
    }

    private void asked(Person person, EligibilityReason reason) {
        var wish = stage.says(person.asksForHelp());
        var contacted = stage.reply(AdministratorContacted.class, wish);
        stage.expect("the case", reason, contacted.getReason());
        var addresses = household.administrators().size();
        stage.expect(
                "the administrators told",
                addresses,
                contacted.getAdministrators().size());
        for (var accepted : stage.follow(NotificationAccepted.class, addresses, wish)) {
            stage.expect("the purpose", NotificationPurpose.ADMINISTRATOR, accepted.getPurpose());
        }
    }

    /** The mail names who asks and which case it is. */
    private void tells(String name, String words) {
        for (var address : household.administrators()) {
            var mail = stage.inbox().awaitsWords(address, words);
            var named = mail.text().contains(household.account(name).userId())
                    && mail.text().contains(household.displayName(name));
            stage.expect("whether the mail says who asks", true, named);
        }
        stage.transcript().remark("inbox: both administrators read who asks, and \u201c" + words + "\u201d");
    }

    private Person person(String name) {
        return new Person(stage.portal(), household.account(name));
    }
}
