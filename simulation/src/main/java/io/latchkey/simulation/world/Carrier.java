package io.latchkey.simulation.world;

import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.provider.Letter;
import io.latchkey.notification.provider.Letter.Call;
import io.latchkey.notification.provider.Letter.Mail;
import io.latchkey.notification.provider.Letter.Sms;
import io.latchkey.notification.provider.Provider;

/** One instance's connection to the providers. */
final class Carrier {

    private Carrier() {}

    private static Answer call(World world, Node node, Letter letter, String text) {
        var answer = world.providers().call(letter, text, node.clock().instant(), world.now());
        node.trace(() -> "calls the provider about " + letter.notificationId() + ": " + answer);
        world.portal().read();
        return answer;
    }

    record OfSms(World world, Node node) implements Provider<Sms> {
        @Override
        public String name() {
            return "sms";
        }

        @Override
        public Answer send(Sms letter) {
            return call(world, node, letter, letter.text());
        }
    }

    record OfCalls(World world, Node node) implements Provider<Call> {
        @Override
        public String name() {
            return "calls";
        }

        @Override
        public Answer send(Call letter) {
            return call(world, node, letter, letter.text());
        }
    }

    record OfMail(World world, Node node) implements Provider<Mail> {
        @Override
        public String name() {
            return "mail";
        }

        @Override
        public Answer send(Mail letter) {
            return call(world, node, letter, letter.plain());
        }
    }
}
