package io.latchkey.embedded.demo;

import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.NotificationAccepted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How codes go out to A's methods and come back. */
final class Proofs {

    private final Stage stage;
    private final Person a;
    private final Map<String, Integer> read = new HashMap<>();

    Proofs(Stage stage, Person a) {
        this.stage = stage;
        this.a = a;
    }

    /** A code on its way to a method. */
    record OnItsWay(MethodRegistered method, CodeIssued code) {}

    /** Codes that went out at once. */
    record Several(List<OnItsWay> codes) {

        OnItsWay to(MethodKind kind) {
            return codes.stream()
                    .filter(code -> code.method().getKind() == kind)
                    .findFirst()
                    .orElseThrow(() -> new Difference("expected a code for " + kind + ", and there was none"));
        }
    }

    /** As many as follow from the command. */
    Several goOut(int count, Sent command) {
        var methods = stage.follow(MethodRegistered.class, count, command);
        var codes = stage.follow(CodeIssued.class, count, command);
        stage.follow(NotificationAccepted.class, count, command);
        return new Several(methods.stream()
                .map(method -> new OnItsWay(method, of(method, codes)))
                .toList());
    }

    private static CodeIssued of(MethodRegistered method, List<CodeIssued> codes) {
        return codes.stream()
                .filter(code -> code.getMethodId().equals(method.getMethodId()))
                .findFirst()
                .orElseThrow(() -> new Difference("expected a code for each method, and one has none"));
    }

    /** The next code that comes to this destination, as its owner reads or hears it. */
    String read(OnItsWay onItsWay, String destination) {
        return stage.reads(destination, onItsWay.method().getMask(), read.merge(destination, 1, Integer::sum));
    }

    MethodProven submitted(OnItsWay onItsWay, String code) {
        var submission = stage.says(a.submits(onItsWay.code().getCodeId(), code));
        stage.reply(CodeVerified.class, submission);
        var proven = stage.follows(MethodProven.class, submission);
        stage.expect("the method proven", onItsWay.method().getMethodId(), proven.getMethodId());
        return proven;
    }

    MethodProven comeBack(OnItsWay onItsWay, String destination) {
        return submitted(onItsWay, read(onItsWay, destination));
    }
}
