package io.latchkey.embedded.demo;

import io.latchkey.embedded.scan.Needle;
import java.util.List;

/**
 * One person registers a phone and an email, proves both by code, and confirms them when they come due; everything that
 * can go wrong on the way goes wrong once.
 */
final class Story implements Play {

    private final Stage stage;
    private final Cast cast;
    private final Governing governing;
    private final Registering registering;
    private final Refusals refusals;
    private final Garbage garbage;
    private final Reconfirming reconfirming;

    Story(Stage stage, Backstage backstage, Cast cast) {
        var a = new Person(stage.portal(), cast.a());
        var b = new Person(stage.portal(), cast.b());
        this.stage = stage;
        this.cast = cast;
        this.governing =
                new Governing(stage, new Administrator(stage.portal(), cast.a().tenantId()), backstage.followers());
        this.registering = new Registering(stage, a, b, cast);
        this.refusals = new Refusals(stage, a, b, cast);
        this.garbage = new Garbage(stage, a);
        this.reconfirming = new Reconfirming(stage, a, cast, backstage.clock(), backstage.scan());
    }

    @Override
    public void play() {
        stage.step("An administrator lets nobody wait between two codes");
        governing.takesEffect(Governing.quick(), List.of());
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

    @Override
    public List<Count> counts(Tally tally) {
        return List.of(
                new Count(tally.methodsProven(), 2, "method proven", "methods proven"),
                Count.of(tally.rejections(), 5, "rejection"),
                Count.of(tally.deadLetters(), 2, "dead letter"),
                Count.of(tally.reconfirmations(), 1, "reconfirmation"));
    }

    @Override
    public List<Needle> needles() {
        return cast.needles(stage.codes());
    }
}
