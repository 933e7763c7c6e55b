package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.KEY;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.account.DirectoryEntry;
import io.latchkey.registration.account.PasswordManagement;
import io.latchkey.registration.account.Place;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.method.MethodCommand.CodeVerified;
import io.latchkey.registration.method.MethodCommand.ConfirmMethod;
import io.latchkey.registration.method.MethodCommand.ProvisionAccount;
import io.latchkey.registration.method.MethodCommand.RemoveMethod;
import io.latchkey.registration.method.MethodCommand.RemoveMethodAsAdministrator;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.Policies.InForce;
import io.latchkey.registration.policy.Policy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The life of one account: one command after the other, under policies that come one after the other. */
final class Life {

    private static final String[] PHONES = {Samples.PHONE, Samples.OTHER_PHONE, Samples.FOREIGN, "premium"};
    private static final String[] EMAILS = {Samples.EMAIL, "grace@example.org", Samples.SIGN_IN};
    private static final String[] ZONES = {"Europe/Berlin", "Asia/Shanghai", "America/Los_Angeles"};

    /** What happened in one step. */
    record Event(
            @Nullable Registration before,
            MethodCommand command,
            Case asked,
            Decision<Registration, MethodOutcome> decision) {}

    /**
     * @param choice of a command
     * @param detail of whatever the command needs
     * @param pause in hours, before it
     */
    record Step(int choice, int detail, int pause) {}

    private final List<Policy> policies;
    private final List<MethodId> ids = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private @Nullable Registration state;
    private long generation;
    private Instant now = Samples.NEW_YEAR;
    private int version;

    private Life(List<Policy> policies) {
        this.policies = policies;
    }

    static List<Event> of(List<Policy> policies, List<Step> steps) {
        var life = new Life(policies);
        life.happens(Samples.provision());
        steps.forEach(life::take);
        return life.events;
    }

    private void take(Step step) {
        now = now.plus(Duration.ofHours(step.pause()));
        switch (step.choice()) {
            case 0 -> version++;
            case 1, 2 -> waitForTick();
            default -> happens(command(step.choice(), step.detail()));
        }
    }

    /** As a scanner does that is never early. */
    private void waitForTick() {
        var tickAt = state == null ? null : state.tickAt();
        now = tickAt == null || now.isAfter(tickAt) ? now : tickAt;
        happens(Samples.tick(now));
    }

    private MethodCommand command(int choice, int detail) {
        return switch (choice) {
            case 3 -> provision(detail);
            case 4 -> Samples.registerPhone(PHONES[detail % PHONES.length]);
            case 5 -> Samples.registerEmail(EMAILS[detail % EMAILS.length]);
            case 6, 7 -> new ConfirmMethod(KEY, some(detail));
            case 8 -> new RemoveMethod(KEY, one(detail));
            case 9 -> new RemoveMethodAsAdministrator(KEY, one(detail));
            case 10 -> Samples.prepopulatePhone(PHONES[detail % PHONES.length]);
            case 11 -> Samples.prepopulateEmail(EMAILS[detail % EMAILS.length]);
            case 12 -> office(detail);
            case 13 -> Samples.requireAnew();
            case 14 -> Samples.answer(2 + detail % 5);
            case 15 -> Samples.complete();
            case 16, 23, 24, 25 -> Samples.contact();
            case 17 -> Samples.exhausted(detail % 3 == 0 ? null : now.plus(Duration.ofHours(24)));
            case 18 -> detail % 5 == 0 ? Samples.erase() : Samples.tick(now);
            default -> new CodeVerified(KEY, waiting(detail));
        };
    }

    /** At times as a mobile phone that is the office's too. */
    private static MethodCommand office(int detail) {
        return detail % 2 == 0
                ? Samples.setOffice()
                : Samples.prepopulate(MethodKind.OFFICE_PHONE, Channel.VOICE, PHONES[detail % PHONES.length]);
    }

    private static ProvisionAccount provision(int detail) {
        var random = new Random(detail);
        var entry = new DirectoryEntry(
                random.nextInt(12) == 0 ? "object-2" : "object-1",
                random.nextInt(4) > 0,
                List.of(random.nextBoolean() ? "staff" : "guests"),
                random.nextInt(4) == 0);
        return new ProvisionAccount(
                KEY,
                entry,
                PasswordManagement.values()[random.nextInt(PasswordManagement.values().length)],
                new Opened.Readable(EMAILS[random.nextInt(EMAILS.length)]),
                null,
                new Place("DE", "de-DE", ZONES[random.nextInt(ZONES.length)]));
    }

    private MethodId waiting(int detail) {
        var unproven = state == null ? List.<Method>of() : state.methods().unproven();
        return unproven.isEmpty()
                ? one(detail)
                : unproven.get(detail % unproven.size()).id();
    }

    private MethodId one(int detail) {
        return ids.isEmpty() ? Samples.id(detail) : ids.get(Math.max(0, ids.size() - 1 - detail % 6));
    }

    /** What is there, with one that may be long gone. */
    private List<MethodId> some(int detail) {
        var there = state == null
                ? List.<MethodId>of()
                : Stream.concat(
                                state.methods().inForce().stream(),
                                state.methods().unproven().stream()
                                        .filter(Method::prepopulated)
                                        .map(Method::id))
                        .toList();
        var random = new Random(detail);
        var chosen = there.stream().filter(_ -> random.nextInt(4) > 0).toList();
        return chosen.isEmpty() ? List.of(one(detail)) : chosen;
    }

    private void happens(MethodCommand command) {
        var inForce = new InForce(version, policy(version));
        var asked = new Case(KEY, new Context(now, this::bytes, Map.of(), generation), inForce);
        var decision = Samples.decider(inForce).decide(state, command, asked.context());
        events.add(new Event(state, command, asked, decision));
        state = decision.next();
        remember();
    }

    Policy policy(long ofVersion) {
        return policies.get((int) (ofVersion % policies.size()));
    }

    private void remember() {
        if (state != null) {
            generation = state.account().generation();
            Stream.concat(
                            state.methods().inForce().stream(),
                            state.methods().unproven().stream().map(Method::id))
                    .filter(id -> !ids.contains(id))
                    .forEach(ids::add);
        }
    }

    private byte[] bytes(int ordinal) {
        return ByteBuffer.allocate(32).putLong(events.size()).putLong(ordinal).array();
    }
}
