package io.latchkey.simulation.world;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.MethodPrepopulated;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.simulation.model.ProviderModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What portals have seen on topics, and what people have read. */
final class Seen {

    private static final Pattern DIGITS = Pattern.compile("(?:: |\n\n)([0-9]{6,10})\\b");
    private static final Pattern SPOKEN = Pattern.compile("(?:[0-9][,.] ){5,9}[0-9]");

    private final ProviderModel providers;
    private final List<MethodRegistered> registered = new ArrayList<>();
    private final List<MethodProven> proven = new ArrayList<>();
    private final List<MethodPrepopulated> prepopulated = new ArrayList<>();
    private final List<CodeIssued> issued = new ArrayList<>();
    private final Map<UUID, String> messages = new HashMap<>();
    private int letters;

    Seen(ProviderModel providers) {
        this.providers = providers;
    }

    void observe(SpecificRecord event) {
        switch (event) {
            case MethodRegistered method -> registered.add(method);
            case MethodProven method -> proven.add(method);
            case MethodPrepopulated method -> prepopulated.add(method);
            case CodeIssued code -> issued.add(code);
            default -> {}
        }
    }

    /** People read, or hear, what providers took. */
    void read() {
        var ledger = providers.ledger();
        for (; letters < ledger.size(); letters++) {
            var call = ledger.get(letters);
            var digits = digits(call.text());
            if (call.delivered() && digits != null) {
                messages.put(call.notification(), digits);
            }
        }
    }

    private static @Nullable String digits(String text) {
        var written = DIGITS.matcher(text);
        if (written.find()) {
            return written.group(1);
        }
        var spoken = SPOKEN.matcher(text);
        return spoken.find() ? spoken.group().replaceAll("[^0-9]", "") : null;
    }

    /** Of a code that was read; null for any other. */
    @Nullable
    String digits(CodeIssued code) {
        return messages.get(code.getCodeId());
    }

    List<MethodRegistered> registered() {
        return registered;
    }

    List<MethodProven> proven() {
        return proven;
    }

    List<MethodPrepopulated> prepopulated() {
        return prepopulated;
    }

    List<CodeIssued> issued() {
        return issued;
    }

    static AggregateKey account(EventMetadata metadata) {
        return new AggregateKey(metadata.getTenantId(), metadata.getUserId());
    }

    /** One of the last few. */
    static <T> T lately(List<T> all, int which) {
        return all.get(all.size() - 1 - which % Math.min(4, all.size()));
    }
}
