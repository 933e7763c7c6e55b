package io.latchkey.embedded.demo;

import io.latchkey.registration.schedule.ReconfirmationScan;
import io.latchkey.registration.schedule.ScanClock;
import java.util.List;

/**
 * One person registers a phone and an email, proves both by code, and confirms them when they come due; everything that
 * can go wrong on the way goes wrong once.
 */
final class Story {

    private final Stage stage;
    private final Cast cast;
    private final Registering registering;
    private final Refusals refusals;
    private final Garbage garbage;
    private final Reconfirming reconfirming;

    Story(Stage stage, Cast cast, ScanClock clock, ReconfirmationScan scan) {
        var a = new Person(stage.portal(), cast.a());
        var b = new Person(stage.portal(), cast.b());
        this.stage = stage;
        this.cast = cast;
        this.registering = new Registering(stage, a, b, cast);
        this.refusals = new Refusals(stage, a, b, cast);
        this.garbage = new Garbage(stage, a);
        this.reconfirming = new Reconfirming(stage, a, cast, clock, scan);
    }

    /** @throws Difference as soon as something is not as it should be */
    void play() {
        registering.accountsAreProvisioned();
        var phone = registering.aRegistersAPhone();
        refusals.aMistypesTheCode(phone);
        var secondCode = registering.aAsksForAnotherCode(phone, cast.phoneAbroad());
        refusals.aSubmitsTheFirstCode(phone);
        registering.aSubmits(secondCode, "phone");
        var email = registering.aRegistersAnEmail();
        registering.theSameCommandComesAgain(email);
        var proven = registering.aSubmits(email, "email");
        refusals.aMistypesANumber();
        refusals.bGetsAFieldOfA();
        refusals.aCommandIdIsUsedForSomethingElse(phone.registration());
        garbage.garbageIsSent();
        garbage.anUnknownSchemaIsNamed();
        var methods = List.of(phone.methodId(), email.methodId());
        reconfirming.aIsReminded(proven, methods);
        reconfirming.aConfirms(methods);
    }

    /** Counts what the topics hold once every service has read all there is. */
    Tally counted() {
        stage.portal().awaitsQuiet();
        var tally = new Tally(stage.portal().journal());
        stage.expect("commands without exactly one reply", List.of(), tally.withoutOneReply(stage.commands()));
        return tally;
    }
}
