package io.latchkey.simulation.proof;

import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeRejectionReason;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.SendCode;
import io.latchkey.simulation.proof.Story.Repeat;
import io.latchkey.simulation.proof.Story.Told;
import io.latchkey.simulation.world.Service;
import io.latchkey.simulation.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method has at most one live code, the newest; only that is judged, only before it expires, and it proves at most once.
 * A code id never stands for two codes.
 */
final class Codes implements Invariant {

    @Override
    public Stream<String> violations(World world, Story story) {
        return Stream.concat(
                world.facts().wasRestored(Service.VERIFICATION) ? Stream.of() : judged(story), ambiguous(story));
    }

    private static Stream<String> judged(Story story) {
        var violations = new ArrayList<String>();
        Map<UUID, CodeIssued> newest = new HashMap<>();
        Set<UUID> proven = new HashSet<>();
        for (var told : story.events()) {
            switch (told.value()) {
                case CodeIssued issued -> newest.put(issued.getMethodId(), issued);
                case CodeVerified verified -> {
                    alive(told, newest.get(verified.getMethodId()), verified.getCodeId(), violations);
                    if (!proven.add(verified.getCodeId())) {
                        violations.add(told + " proves a second time");
                    }
                }
                case CodeRejected rejected
                when rejected.getReason() == CodeRejectionReason.WRONG_CODE ->
                    alive(told, newest.get(rejected.getMethodId()), rejected.getCodeId(), violations);
                default -> {}
            }
        }
        return violations.stream();
    }

    private static void alive(Told told, @Nullable CodeIssued newest, UUID codeId, List<String> violations) {
        if (newest == null || !newest.getCodeId().equals(codeId)) {
            violations.add(told + " judges a code that is not the newest of its method");
        } else if (!told.metadata().getOccurredAt().isBefore(newest.getExpiresAt())) {
            violations.add(told + " judges a code that expired at " + newest.getExpiresAt());
        }
    }

    private static Stream<String> ambiguous(Story story) {
        Map<UUID, Object> codes = new HashMap<>();
        return Stream.concat(story.events().stream(), story.repeats().stream().map(Repeat::again))
                .filter(told -> told.value() instanceof SendCode)
                .filter(told -> {
                    var send = (SendCode) told.value();
                    var before = codes.putIfAbsent(send.getCodeId(), send.getCode());
                    return before != null && !before.equals(send.getCode());
                })
                .map(told -> told + " gives the code id other digits than before");
    }
}
