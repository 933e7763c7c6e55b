package io.latchkey.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import org.bson.BsonBinarySubType;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class ContentTest {

    @Test
    void idsTimesDigestsAndWordsAreNoContent() {
        var document = new Document("_id", "tenant/user")
                .append("method", new Binary(BsonBinarySubType.UUID_STANDARD, new byte[16]))
                .append("recent", List.of(new Document("content", new Binary(new byte[16]))))
                .append("at", new Date())
                .append("state", null);
        assertThat(Content.in(document)).isEmpty();
    }

    @Test
    void whatIsSealedOrMaskedIsFoundAtAnyDepth() {
        var method = new Document("destination", new Binary(new byte[60])).append("mask", "•••• •••• 12");
        var document = new Document("state", new Document("methods", List.of(method)));
        assertThat(Content.in(document)).containsExactly(".state.methods.destination", ".state.methods.mask");
    }
}
