package io.latchkey.crashtest.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    @Test
    void readingAndWritingAgainIsNoChange() {
        assertThat(changed(story -> story.registration.put("version", 6L))).isZero();
        assertThat(changed(story -> story.log.add(story.first("MethodProven")))).isZero();
    }

    @Test
    void anotherStateIsAChange() {
        assertThat(changed(story -> story.challenge().put("wrongGuesses", 0))).isOne();
    }

    @Test
    void anotherDocumentIsAChange() {
        assertThat(changed(story -> story.done.removeLast())).isOne();
        assertThat(changed(story -> story.registration.put("_id", "crash/another")))
                .isEqualTo(2);
    }

    @Test
    void anotherEventIsAChange() {
        assertThat(changed(story ->
                        story.event(Topics.REGISTRATION_EVENTS, "ReconfirmDue", 6, Story.due(new HashMap<>()))))
                .isOne();
    }

    @Test
    void anotherDeadLetterIsAChange() {
        assertThat(changed(story -> story.letter("rubbish", "another id"))).isOne();
    }

    @Test
    void aProviderCallIsAChange() {
        assertThat(changed(story -> story.call(Story.FIRST_CODE, Story.NOON, Call.Answer.LATER)))
                .isOne();
    }

    @Test
    void notComingToTheEndIsAViolation() {
        var before = snapshot(new Story());

        assertThat(before.compare(before, false).violations()).hasSize(1);
    }

    private static int changed(Consumer<Story> change) {
        var story = new Story();
        var before = snapshot(story);
        change.accept(story);
        return before.compare(snapshot(story), true).violations().size();
    }

    private static Snapshot snapshot(Story story) {
        return Snapshot.of(story.documents(), story.log, story.calls.size());
    }
}
