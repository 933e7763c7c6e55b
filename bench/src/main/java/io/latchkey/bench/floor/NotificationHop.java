package io.latchkey.bench.floor;

import static java.util.stream.Collectors.toMap;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.NotificationAccepted;
import io.latchkey.schemas.NotificationPurpose;
import io.latchkey.schemas.SendCode;
import io.latchkey.schemas.topics.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;

/**
 * SendCode to one call and NotificationAccepted; MethodProven is remembered. CodeVerified would cancel what was not sent
 * yet, but here a code is sent before the next batch is read.
 */
final class NotificationHop implements Hop {

    static final String NAME = "notification";

    private final Intake intake;
    private final Collections collections;
    private final Outbox outbox;
    private final Opener opener;
    private final Provider provider;

    NotificationHop(AvroValues values, Collections collections, Outbox outbox, Keys keys, Provider provider) {
        this.intake = new Intake(values, Set.of(SendCode.class, MethodProven.class));
        this.collections = collections;
        this.outbox = outbox;
        this.opener = keys.opener(KeyOwner.NOTIFICATION);
        this.provider = provider;
    }

    record Collections(Documents underWay, Documents done, Documents accounts) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Topic> inputs() {
        return List.of(Topic.VERIFICATION_CODES, Topic.VERIFICATION_EVENTS, Topic.REGISTRATION_EVENTS);
    }

    @Override
    public void work(Iterable<ConsumerRecord<byte[], byte[]>> batch) {
        var inputs = intake.read(batch);
        var codes = inputs.stream()
                .filter(input -> input.record() instanceof SendCode)
                .toList();
        if (!codes.isEmpty()) {
            send(codes);
        }
        remember(inputs);
    }

    private void send(List<Input> codes) {
        var documents = codes.stream()
                .map(input -> NotificationDocument.started(input, code(input)))
                .toList();
        collections.underWay().insert(documents);
        provider.send(codes.stream().map(this::call).toList());
        var now = Instant.now();
        documents.forEach(document -> NotificationDocument.accept(document, now));
        collections.underWay().replace(documents);
        codes.forEach(this::tell);
        outbox.deliver();
        move(documents);
    }

    private void move(List<Document> documents) {
        collections
                .done()
                .insert(documents.stream().map(NotificationDocument::done).toList());
        collections.underWay().delete(documents);
    }

    private Provider.Call call(Input input) {
        var code = code(input);
        var account = Envelopes.account(code.getMetadata());
        var digits = Envelopes.text(
                opener.open(code.getCode(), new AssociatedData(AssociatedData.CODE, account, code.getCodeId())));
        var phone = Envelopes.text(opener.open(
                code.getDestination(), new AssociatedData(AssociatedData.DESTINATION, account, code.getMethodId())));
        return new Provider.Call(
                code.getCodeId().toString(), phone, "Latchkey code no. " + code.getNumber() + ": " + digits);
    }

    private void tell(Input input) {
        var code = code(input);
        var metadata = Envelopes.following(code.getMetadata(), 1, input.logTime(), input.logTime());
        outbox.add(
                Topic.NOTIFICATION_EVENTS,
                input,
                metadata,
                new NotificationAccepted(
                        metadata,
                        code.getCodeId(),
                        NotificationPurpose.CODE,
                        code.getChannel(),
                        code.getMethodId(),
                        NotificationDocument.PROVIDER,
                        1));
    }

    private static SendCode code(Input input) {
        return (SendCode) input.record();
    }

    private void remember(List<Input> inputs) {
        var learned = inputs.stream()
                .filter(input -> input.record() instanceof MethodProven)
                .collect(toMap(
                        Input::account,
                        input -> NotificationDocument.remembered(input, (MethodProven) input.record()),
                        (earlier, later) -> later));
        collections.accounts().put(learned.values());
    }
}
