package io.latchkey.simulation.world;

import static io.latchkey.schemas.topics.Topic.REGISTRATION_COMMANDS;
import static io.latchkey.schemas.topics.Topic.VERIFICATION_COMMANDS;
import static io.latchkey.simulation.world.Seen.account;
import static io.latchkey.simulation.world.Seen.lately;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CompleteRegistration;
import io.latchkey.schemas.ConfirmMethod;
import io.latchkey.schemas.ContactAdministrator;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.RegisterSecurityAnswers;
import io.latchkey.schemas.RemoveMethod;
import io.latchkey.schemas.ResendCode;
import io.latchkey.schemas.SecurityAnswer;
import io.latchkey.schemas.SubmitCode;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/** What people ask for through portals. */
final class People {

    private static final int DESTINATIONS = 3;
    private static final List<String> QUESTIONS = List.of("plush-toy", "hiding-place", "sweet-shop", "first-boss");

    private final Publisher publisher;
    private final Seen seen;

    People(Publisher publisher, Seen seen) {
        this.publisher = publisher;
        this.seen = seen;
    }

    /** What a portal offers beside the proof of methods. */
    void wish(int what, AggregateKey account, int how) {
        switch (what % 10) {
            case 0, 1 -> confirmPrepopulated(how);
            case 2 -> confirm(how);
            case 3 -> remove(how);
            case 4, 5 -> answer(account, publisher.next(), how);
            case 6, 7 -> {
                var id = publisher.next();
                var record = new CompleteRegistration(publisher.metadata(account, id));
                publisher.publish(REGISTRATION_COMMANDS, account, id, "complete", record);
            }
            default -> {
                var id = publisher.next();
                var record = new ContactAdministrator(publisher.metadata(account, id));
                publisher.publish(REGISTRATION_COMMANDS, account, id, "contact", record);
            }
        }
    }

    void register(AggregateKey account, UUID id, int how) {
        boolean phone = how % 3 != 0;
        int which = how / 3 % DESTINATIONS;
        var destination = phone ? "+4917100000" + which : "person" + which + "@example.org";
        publisher.publish(
                REGISTRATION_COMMANDS, account, id, destination, registration(account, id, phone, destination));
    }

    RegisterMethod registration(AggregateKey account, UUID id, boolean phone, String destination) {
        return RegisterMethod.newBuilder()
                .setMetadata(publisher.metadata(account, id))
                .setKind(phone ? MethodKind.MOBILE_PHONE : MethodKind.EMAIL)
                .setDestination(
                        publisher.seal(KeyOwner.REGISTRATION, AssociatedData.DESTINATION, account, id, destination))
                .build();
    }

    void resend(int how) {
        if (!seen.registered().isEmpty()) {
            var method = lately(seen.registered(), how);
            var account = account(method.getMetadata());
            var id = publisher.next();
            var record = new ResendCode(publisher.metadata(account, id), method.getMethodId());
            publisher.publish(VERIFICATION_COMMANDS, account, id, "resend " + method.getMethodId(), record);
        }
    }

    void confirm(int how) {
        if (!seen.proven().isEmpty()) {
            var account = account(lately(seen.proven(), how).getMetadata());
            var methods = seen.proven().stream()
                    .filter(method -> account(method.getMetadata()).equals(account))
                    .map(MethodProven::getMethodId)
                    .distinct()
                    .toList();
            confirm(account, methods.subList(Math.max(0, methods.size() - 1 - how % 2), methods.size()));
        }
    }

    private void confirmPrepopulated(int how) {
        if (!seen.prepopulated().isEmpty()) {
            var method = lately(seen.prepopulated(), how);
            confirm(account(method.getMetadata()), List.of(method.getMethodId()));
        }
    }

    private void confirm(AggregateKey account, List<UUID> methods) {
        var id = publisher.next();
        var record = new ConfirmMethod(publisher.metadata(account, id), methods);
        publisher.publish(REGISTRATION_COMMANDS, account, id, "confirm " + methods, record);
    }

    private void remove(int how) {
        if (!seen.proven().isEmpty()) {
            var method = lately(seen.proven(), how);
            var account = account(method.getMetadata());
            var id = publisher.next();
            var record = new RemoveMethod(publisher.metadata(account, id), method.getMethodId());
            publisher.publish(REGISTRATION_COMMANDS, account, id, "remove " + method.getMethodId(), record);
        }
    }

    /** To as many questions as the simulated policies ask for; now and then twice the same answer. */
    private void answer(AggregateKey account, UUID id, int how) {
        var answers = IntStream.range(0, 3)
                .mapToObj(i -> answer(account, id, QUESTIONS.get((i + how) % QUESTIONS.size()), how % 5 == 0 ? 0 : i))
                .toList();
        var record = new RegisterSecurityAnswers(publisher.metadata(account, id), answers);
        publisher.publish(REGISTRATION_COMMANDS, account, id, "answers " + how % 20, record);
    }

    private SecurityAnswer answer(AggregateKey account, UUID id, String question, int which) {
        var purpose = AssociatedData.ANSWER + question;
        var text = "Remembered thing no. " + which;
        return new SecurityAnswer(question, publisher.seal(KeyOwner.REGISTRATION, purpose, account, id, text));
    }

    /** Several guesses at one code, at once. */
    void guess(int which, int many, int how) {
        if (seen.issued().isEmpty()) {
            return;
        }
        var code = lately(seen.issued(), which);
        for (int i = 0; i <= many % 4; i++) {
            boolean right = (how >> i) % 3 == 0;
            var digits = seen.digits(code);
            submit(code, right && digits != null ? digits : "00000" + i);
        }
    }

    /** A code that was read is entered, once. */
    void prove(int which) {
        var read =
                seen.issued().stream().filter(code -> seen.digits(code) != null).toList();
        if (!read.isEmpty()) {
            var code = lately(read, which);
            submit(code, Objects.requireNonNull(seen.digits(code)));
        }
    }

    private void submit(CodeIssued code, String digits) {
        var account = account(code.getMetadata());
        var id = publisher.next();
        var record = new SubmitCode(
                publisher.metadata(account, id),
                code.getCodeId(),
                publisher.seal(KeyOwner.VERIFICATION, AssociatedData.CODE, account, id, digits));
        publisher.publish(VERIFICATION_COMMANDS, account, id, "submit " + code.getCodeId(), record);
    }
}
