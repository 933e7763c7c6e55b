package io.latchkey.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.schemas.CodeRejectionReason;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.CommandRejectionReason;
import io.latchkey.schemas.GuessesExhausted;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.topics.Topic;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people and portals live through, on whatever parts the installation stands. */
interface Journey {

    Portal portal();

    Inbox inbox();

    @Test
    @Tag("SPEC-2.1a")
    @Tag("SPEC-2.1e")
    default void aPersonRegistersAPhoneAndProvesItByCode() {
        var person = Somebody.provisioned(portal());
        var registered = person.registersPhone("0171 39200 21");
        person.submits(inbox().awaitsCode("+491713920021", 1));
        var proven = person.hasProvenIt();
        assertThat(proven.getMethodId()).isEqualTo(registered.getMethodId());
        assertThat(proven.getMask()).endsWith("21").doesNotContain("3920");
        assertThat(proven.getDueAt()).isNotNull();
    }

    @Test
    @Tag("SPEC-2.3d")
    default void theOtherMethodIsToldOfANewOne() {
        var person = Somebody.provisioned(portal());
        var email = address();
        person.registersPhone("0171 39200 22");
        person.submits(inbox().awaitsCode("+491713920022", 1));
        person.hasProvenIt();
        person.registersEmail(email);
        person.submits(inbox().awaitsCode(email, 1));
        assertThat(person.hasProvenIt().getNotify()).hasSize(1);
        assertThat(inbox().awaitsNotice("+491713920022", 1).codes()).isEmpty();
    }

    @Test
    @Tag("SPEC-2.2b")
    @Tag("SPEC-2.3c")
    default void aReplacedMethodStaysUntilTheNewOneIsProvenAndIsToldOfIt() {
        var person = Somebody.provisioned(portal());
        var first = address();
        var second = address();
        person.registersEmail(first);
        person.submits(inbox().awaitsCode(first, 1));
        var old = person.hasProvenIt();
        assertThat(old.getReplacedMethodId()).isNull();
        person.registersEmail(second);
        person.submits(inbox().awaitsCode(second, 1));
        assertThat(person.hasProvenIt().getReplacedMethodId()).isEqualTo(old.getMethodId());
        inbox().awaitsNotice(first, 1);
    }

    @Test
    default void fiveWrongCodesEndAMethodAndRegisteringItAgainBeginsAnew() {
        var person = Somebody.provisioned(portal());
        var email = address();
        person.registersEmail(email);
        var code = inbox().awaitsCode(email, 1);
        for (int guess = 1; guess <= 5; guess++) {
            person.submits(other(code));
            assertThat(person.isRefused()).isEqualTo(CodeRejectionReason.WRONG_CODE);
        }
        person.submits(code);
        assertThat(person.isRefused()).isEqualTo(CodeRejectionReason.LOCKED);
        portal().journal().await("GuessesExhausted", seen -> seen.is(GuessesExhausted.class));

        person.registersEmail(email);
        person.submits(inbox().awaitsCode(email, 2));
        person.hasProvenIt();
    }

    @Test
    @Tag("SPEC-1.2g")
    default void aCommandForAnUnknownAccountMayComeAgainOnceItIsKnown() {
        var person = Somebody.unknown(portal());
        var metadata = Portal.metadata(person.person().account());
        var early = person.person().registers(MethodKind.EMAIL, address(), metadata);
        var refusal = person.reply(CommandRejected.class, early);
        assertThat(refusal.getReason()).isEqualTo(CommandRejectionReason.UNKNOWN_ACCOUNT);
        assertThat(refusal.getRetriable()).isTrue();

        person.isProvisioned("late@corp.example");
        portal().repeats(early);
        portal().awaits(MethodRegistered.class, early);
    }

    @Test
    @Tag("SPEC-2.1j")
    default void theSignInAddressIsNoAlternate() {
        var person = Somebody.unknown(portal());
        person.isProvisioned("Ada.Sign-In@Corp.Example");
        assertThat(person.isRefusedEmail("ada.sign-in@corp.example").getReason())
                .isEqualTo(CommandRejectionReason.SIGN_IN_ADDRESS);
    }

    @Test
    @Tag("SPEC-2.7a")
    default void aCommandThatComesTwiceIsAnsweredOnce() {
        var person = Somebody.provisioned(portal());
        var command = person.person().registersEmail(address());
        portal().repeats(command);
        portal().awaitsReply(command);
        portal().awaitsQuiet();
        assertThat(new Tally(portal().journal()).replies(command.id())).isEqualTo(1);
    }

    @Test
    default void aCommandOnAnotherPartitionThanItsKeyIsAnswered() {
        var person = Somebody.provisioned(portal());
        var usual = person.person().registersEmail(address()).place();
        var metadata = Portal.metadata(person.person().account());
        var destination =
                person.person().sealed(KeyOwner.REGISTRATION, AssociatedData.DESTINATION, metadata, address());
        var command = new RegisterMethod(metadata, MethodKind.EMAIL, null, destination);
        var astray = usual.partition() == 0 ? 1 : 0;
        person.reply(MethodRegistered.class, portal().sendTo(astray, Topic.REGISTRATION_COMMANDS, metadata, command));
    }

    @Test
    default void aRecordOverSixtyFourKilobytesIsSetAside() {
        var person = Somebody.unknown(portal());
        var key = person.person().account().value();
        portal().sendBytes(Topic.REGISTRATION_COMMANDS, key, new byte[64 * 1024 + 1]);
        var letter = portal().journal()
                .await(
                        "a dead letter",
                        seen -> seen.isDeadLetter()
                                && seen.deadLetterReason().equals(DeadLetterReason.TOO_LARGE.name()));
        assertThat(letter.raw().value()).hasSize(64 * 1024 + 1);
    }

    private static String address() {
        return "somebody." + UUID.randomUUID() + "@example.org";
    }

    private static String other(String code) {
        return code.replaceFirst(".$", code.endsWith("0") ? "1" : "0");
    }
}
