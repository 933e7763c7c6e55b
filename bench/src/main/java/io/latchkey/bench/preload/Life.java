package io.latchkey.bench.preload;

import io.latchkey.bench.work.Population;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.notification.delivery.Remembered;
import io.latchkey.registration.aggregate.Command;
import io.latchkey.registration.aggregate.Outcome;
import io.latchkey.registration.aggregate.State;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.SendCode;
import io.latchkey.verification.code.Verification;
import io.latchkey.verification.code.VerificationCommand;
import io.latchkey.verification.code.VerificationOutcome;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/** What happens to accounts until they stand where they are to be found. Everybody takes each step before anybody the next. */
final class Life {

    private static final int PROVISIONING = 0;
    private static final int REGISTERING = 1;
    private static final int PROVING = 2;

    private final World world;
    private final Feed feed;
    private final int from;
    private final int to;
    private final Side<State, Command, Outcome> registration;
    private final Side<Verification, VerificationCommand, VerificationOutcome> verification;
    private List<Remembered> learned = List.of();

    /** What all accounts have in common. */
    record World(
            Portal portal,
            AvroValues values,
            Side.Rules<State, Command, Outcome> registration,
            Side.Rules<Verification, VerificationCommand, VerificationOutcome> verification,
            NotificationSide notification) {}

    /** @param to exclusive */
    Life(World world, Feed feed, int from, int to) {
        this.world = world;
        this.feed = feed;
        this.from = from;
        this.to = to;
        registration = new Side<>(world.registration());
        verification = new Side<>(world.verification());
    }

    void until(Standing standing) {
        isProvisioned();
        switch (standing) {
            case PROVISIONED -> {}
            case PROVEN -> hasProvenItsPhone();
        }
    }

    private void isProvisioned() {
        var told = only(
                AccountProvisioned.getClassSchema(),
                registration.take(everybody(number -> world.portal().provisions(number, feed, PROVISIONING))));
        verification.take(read(told, PROVISIONING));
    }

    private void hasProvenItsPhone() {
        var registered = only(
                MethodRegistered.getClassSchema(),
                registration.take(everybody(number -> world.portal().registers(number, feed, REGISTERING))));
        var issued = verification.take(read(registered, REGISTERING));
        only(CodeIssued.getClassSchema(), issued);
        var codes = only(SendCode.getClassSchema(), issued);
        var verified = only(
                CodeVerified.getClassSchema(),
                verification.take(codes.stream().map(this::submits).toList()));
        var proven = only(MethodProven.getClassSchema(), registration.take(read(verified, PROVING)));
        learned = world.notification().learns(read(proven, PROVING));
    }

    private InputRecord submits(OutputRecord sent) {
        if (sent.value() == null
                || !(world.values().decode(sent.topic(), sent.value()) instanceof Value.Record(SendCode send))) {
            throw new IllegalStateException("what carries a code is a SendCode");
        }
        var number = Population.ofUser(send.getMetadata().getUserId());
        return world.portal()
                .submits(number, send.getCodeId(), world.notification().code(send), feed, PROVING);
    }

    private List<InputRecord> everybody(IntFunction<InputRecord> command) {
        return IntStream.range(from, to).mapToObj(command).toList();
    }

    private List<InputRecord> read(List<OutputRecord> produced, int step) {
        return produced.stream().map(record -> feed.event(record, step)).toList();
    }

    /** @throws IllegalStateException where anybody was told something else */
    private List<OutputRecord> only(Schema type, List<OutputRecord> told) {
        var found = told.stream()
                .filter(record -> Feed.is(record, type.getFullName()))
                .toList();
        if (found.size() != to - from) {
            throw new IllegalStateException(
                    "%d of %d accounts are answered by %s".formatted(found.size(), to - from, type.getName()));
        }
        return found;
    }

    /**
     * Registration last of those that it tells: what a crash in between leaves is older than what a second run writes there.
     *
     * @return how many accounts were there already, and stay as they are
     */
    int write() {
        verification.write();
        var known = registration.write();
        world.notification()
                .remember(learned.stream()
                        .filter(one -> !known.contains(one.account().value()))
                        .toList());
        return known.size();
    }
}
