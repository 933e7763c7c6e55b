package io.latchkey.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextTest {

    private static final int SIZE = 10;

    @Test
    void longTextIsCutAndMarked() {
        assertThat(Text.fit("notification", SIZE, Text.width("notif", SIZE) + 1))
                .isEqualTo("not…");
        assertThat(Text.fit("notification", SIZE, 400)).isEqualTo("notification");
    }

    @Test
    void linesArePartedBetweenWords() {
        double width = Text.width("all processes", SIZE) + 1;
        assertThat(Text.lines("all processes together", SIZE, width)).containsExactly("all processes", "together");
        assertThat(Text.lines("all processes together and more", SIZE, width))
                .containsExactly("all processes", "together an…");
    }

    @Test
    void whatXmlCannotHoldIsReplaced() {
        assertThat(Text.escaped("a\u0000b\uD800c\uFFFF")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    }

    @Property
    void cutTextIsNoWiderThanItsRoom(@ForAll String text, @ForAll @IntRange(min = 10, max = 500) int room) {
        assertThat(Text.width(Text.fit(text, SIZE, room), SIZE)).isLessThanOrEqualTo(room);
    }
}
