package io.latchkey.embedded.demo;

import static io.latchkey.schemas.EligibilityPage.COULD_NOT_VERIFY;

import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.EligibilityReason;
import io.latchkey.schemas.RegistrationState;
import java.util.List;
import java.util.Set;

/** Last chapter: everything of A is forgotten, and who comes again starts with nothing. */
record Forgetting(Stage stage, Household household, Person a, Administrator administrator, Board board, Kept kept) {

    /** @return the key that was destroyed */
    String aIsErased() {
        stage.step("An administrator erases A");
        stage.portal().awaitsQuiet();
        var keys = kept.keysOf(a.account());
        stage.expect(
                "whether something of A is kept",
                false,
                kept.contentOf(a.account()).isEmpty());
        var erased = stage.reply(AccountErased.class, stage.says(administrator.erases(a.account())));
        stage.expect("the key that the event says was destroyed", keys, Set.of(destroyed(erased)));
        stage.expect("the keys that are left", Set.of(), kept.keysOf(a.account()));
        board.isCleared(a.account());
        stage.transcript().remark("status: a tombstone; account_keys: none of A's");
        stage.isTold("A's email", household.email(), "Everything that was kept about your account");
        stage.isTold("A's phone", household.newPhoneAbroad(), "all that was kept for your password resets was erased");
        stage.portal().awaitsQuiet();
        stage.expect("what collections hold of A beside ids and times", Set.of(), kept.contentOf(a.account()));
        stage.transcript().remark("collections: of A nothing but ids and times");
        return destroyed(erased);
    }

    private static String destroyed(AccountErased erased) {
        var key = erased.getDestroyedKeyId();
        return key == null ? "none" : key;
    }

    void aComesAgain(String destroyed) {
        stage.step("A is provisioned again, and starts with nothing");
        var provisioned = stage.reply(
                AccountProvisioned.class,
                stage.says(a.isProvisioned(
                        household.signInAddress("a"),
                        household.displayName("a"),
                        it -> it.setGroups(List.of(household.group())))));
        var standing =
                board.shows(a.account(), provisioned.getMetadata(), COULD_NOT_VERIFY, EligibilityReason.NOT_REGISTERED);
        stage.expect("the state", RegistrationState.NOT_STARTED, standing.state());
        stage.expect("the methods", Set.of(), standing.methods());
        stage.expect(
                "whether the destroyed key is back",
                false,
                kept.keysOf(a.account()).contains(destroyed));
    }
}
