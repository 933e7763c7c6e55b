package io.latchkey.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.embedded.demo.Inbox.Message;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void aCodeIsReadFromAText() {
        assertThat(text("Latchkey code no. 3: 482913\nSent 10:00, valid 5 min.").codes())
                .containsExactly("482913");
    }

    @Test
    void aCodeThatIsReadOutTwiceIsHeardAsOne() {
        assertThat(text("your code number 2: 4, 8, 2, 9, 1, 3. I repeat: 4, 8, 2, 9, 1, 3. Valid for 5 minutes.")
                        .codes())
                .containsExactly("482913");
    }

    @Test
    void whatIsShownOfANumberIsNoCode() {
        assertThat(text("The phone number ending in 1, 3 was added to your account.")
                        .codes())
                .isEmpty();
    }

    private static Message text(String text) {
        return new Message("CALL", "+491713920013", "", text);
    }
}
