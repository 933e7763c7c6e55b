package io.latchkey.crashtest.load;

import io.latchkey.crashtest.checker.Sent.Kind;
import io.latchkey.crashtest.load.Portal.Outgoing;
import io.latchkey.crashtest.process.Site;
import io.latchkey.crashtest.provider.SmsProvider;
import io.latchkey.infrastructure.process.Until;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * Somebody who registers methods, reads codes and types them: right, wrong, old, and often several at once. What is done
 * follows from the seed, as far as the services' answers come in time.
 */
final class Person implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration LAST_ANSWER = Duration.ofMillis(500);
    private static final int MANY_GUESSES = 8;

    private final Account account;
    private final SmsProvider provider;
    private final Mailbox mailbox;
    private final Values values;
    private final Random random;
    private final Instant end;

    Person(Portal portal, SmsProvider provider, Mailbox mailbox, Values values, Random random, Instant end) {
        this.account = new Account(portal, new AggregateKey(Site.TENANT, values.userId()));
        this.provider = provider;
        this.mailbox = mailbox;
        this.values = values;
        this.random = random;
        this.end = end;
    }

    @Override
    public void run() {
        pause(1_000);
        var provisioning = account.isProvisioned(values.signInAddress(), values.displayName());
        maybeAgain(provisioning);
        if (chance(70)) {
            reply(provisioning);
        }
        maybeGarbage();
        var phone = registered(MethodKind.MOBILE_PHONE, values.number());
        var email = registered(MethodKind.EMAIL, values.address());
        phone.ifPresent(this::proves);
        email.ifPresent(this::proves);
        while (goesOn()) {
            pause(600);
            oneMoreThing();
        }
    }

    private void oneMoreThing() {
        switch (random.nextInt(5)) {
            case 0 -> confirms();
            case 1 -> maybeGarbage();
            case 2 -> registered(MethodKind.EMAIL, values.address()).ifPresent(this::proves);
            default -> registered(MethodKind.MOBILE_PHONE, values.number()).ifPresent(this::proves);
        }
    }

    /** Asks again, under the same id, where the account was not there yet. */
    private Optional<UUID> registered(MethodKind kind, String destination) {
        var asked = account.registers(kind, destination);
        maybeAgain(asked);
        var answer = reply(asked);
        while (goesOn() && answer.orElse(null) instanceof CommandRejected rejected && rejected.getRetriable()) {
            pause(500);
            account.portal().sendAgain(asked);
            answer = reply(asked);
        }
        if (answer.orElse(null) instanceof MethodRegistered && chance(15)) {
            account.registers(Kind.REUSED_ID, kind, values.otherThan(destination), asked.metadata());
        }
        return answer.filter(MethodRegistered.class::isInstance)
                .map(registered -> ((MethodRegistered) registered).getMethodId());
    }

    private void proves(UUID method) {
        var issued = account.portal().feed().code(method, 1, patience());
        if (issued.isEmpty() || !goesOn()) {
            return;
        }
        if (chance(12)) {
            guessesWildly(issued.get());
        } else if (chance(40)) {
            asksForAnother(method, issued.get());
        } else {
            types(method, issued.get(), random.nextInt(3));
        }
    }

    /** More guesses at once than there are. */
    private void guessesWildly(CodeIssued code) {
        var guesses = new ArrayList<Outgoing>();
        for (int i = 0; i < MANY_GUESSES; i++) {
            guesses.add(account.submits(code.getCodeId(), values.guess()));
        }
        maybeAgain(guesses.getFirst());
        read(code).ifPresent(digits -> account.submits(code.getCodeId(), digits));
        guesses.forEach(this::reply);
    }

    /** The old code is typed as well as the new one. */
    private void asksForAnother(UUID method, CodeIssued first) {
        var old = read(first);
        maybeAgain(account.asksForAnotherCode(method));
        if (chance(30)) {
            account.asksForAnotherCode(method);
        }
        old.ifPresent(digits -> maybeAgain(account.submits(first.getCodeId(), digits)));
        account.portal().feed().code(method, 2, patience());
        int newest = account.portal().feed().codes(method);
        account.portal()
                .feed()
                .code(method, newest, Duration.ZERO)
                .ifPresent(second -> types(method, second, random.nextInt(2)));
    }

    /** The right code among wrong ones, all at once, and sometimes twice. */
    private void types(UUID method, CodeIssued code, int wrong) {
        var digits = read(code);
        var typed = new ArrayList<Outgoing>();
        for (int i = 0; i < wrong; i++) {
            typed.add(account.submits(code.getCodeId(), values.guess()));
        }
        digits.ifPresent(right -> typed.add(account.submits(code.getCodeId(), right)));
        if (digits.isPresent() && chance(25)) {
            typed.add(account.submits(code.getCodeId(), digits.get()));
        }
        typed.forEach(this::maybeAgain);
        boolean proven =
                typed.stream().map(this::reply).flatMap(Optional::stream).anyMatch(CodeVerified.class::isInstance);
        if (!proven && goesOn() && chance(50)) {
            account.asksForAnotherCode(method);
        }
    }

    private void confirms() {
        var account = this.account.key().value();
        this.account
                .portal()
                .feed()
                .due(account, Duration.ZERO)
                .ifPresent(due -> maybeAgain(this.account.confirms(List.copyOf(due.getMethodIds()))));
    }

    private Optional<String> read(CodeIssued code) {
        var id = code.getCodeId().toString();
        Until.isTrue(
                patience(),
                () -> provider.code(id).isPresent() || mailbox.code(id).isPresent());
        return provider.code(id).or(() -> mailbox.code(id));
    }

    private Optional<SpecificRecord> reply(Outgoing asked) {
        return account.portal().feed().reply(asked.metadata().getCommandId(), patience());
    }

    private void maybeAgain(Outgoing outgoing) {
        if (chance(20)) {
            account.portal().sendAgain(outgoing);
        }
    }

    private void maybeGarbage() {
        if (chance(10)) {
            var topics = List.of(
                    Topic.REGISTRATION_COMMANDS,
                    Topic.ADMIN_COMMANDS,
                    Topic.VERIFICATION_COMMANDS,
                    Topic.REGISTRATION_EVENTS,
                    Topic.VERIFICATION_EVENTS);
            var bytes = new byte[32];
            random.nextBytes(bytes);
            bytes[0] = 7;
            account.portal()
                    .sendGarbage(
                            topics.get(random.nextInt(topics.size())),
                            account.key().value(),
                            bytes);
        }
    }

    /** Nobody waits much longer than the round lasts. */
    private Duration patience() {
        var left = Duration.between(Instant.now(), end).plus(LAST_ANSWER);
        return left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
    }

    private boolean goesOn() {
        return Instant.now().isBefore(end);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void pause(int mostMillis) {
        Until.passed(Duration.ofMillis(random.nextInt(mostMillis)));
    }
}
