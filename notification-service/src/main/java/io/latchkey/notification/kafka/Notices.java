package io.latchkey.notification.kafka;

import io.latchkey.notification.delivery.Content.Actor;
import io.latchkey.notification.delivery.Content.Change;
import io.latchkey.notification.delivery.Content.Kind;
import io.latchkey.notification.delivery.Content.Notice;
import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodPrepopulated;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRemoved;
import io.latchkey.schemas.Recipient;
import io.latchkey.schemas.ReregistrationRequired;
import io.latchkey.schemas.SecurityAnswersRegistered;

/** What somebody is told of a change: kind, author and mask, and that it was this very destination where it was. */
final class Notices {

    private Notices() {}

    static Notice of(MethodProven proven, Recipient told) {
        var replaced = proven.getReplacedMethodId();
        return new Notice(
                replaced == null ? Change.ADDED : Change.REPLACED,
                kind(proven.getKind()),
                proven.getMask(),
                Actor.PERSON,
                told.getMethodId().equals(replaced));
    }

    static Notice of(MethodPrepopulated prepopulated) {
        return new Notice(
                Change.PREPOPULATED, kind(prepopulated.getKind()), prepopulated.getMask(), Actor.ADMINISTRATOR, false);
    }

    static Notice of(MethodRemoved removed, Recipient told) {
        return new Notice(
                Change.REMOVED,
                kind(removed.getKind()),
                null,
                actor(removed.getRemovedBy()),
                told.getMethodId().equals(removed.getMethodId()));
    }

    static Notice of(SecurityAnswersRegistered answers) {
        var change = answers.getReplacedMethodId() == null ? Change.ADDED : Change.REPLACED;
        return new Notice(change, Kind.QUESTIONS, null, Actor.PERSON, false);
    }

    static Notice of(ReregistrationRequired required) {
        return new Notice(Change.REREGISTRATION, Kind.OTHER, null, Actor.ADMINISTRATOR, false);
    }

    static Notice of(AccountErased erased) {
        return new Notice(Change.ERASED, Kind.OTHER, null, Actor.ADMINISTRATOR, false);
    }

    private static Actor actor(io.latchkey.schemas.Actor actor) {
        return switch (actor) {
            case PERSON -> Actor.PERSON;
            case ADMINISTRATOR -> Actor.ADMINISTRATOR;
            case UNKNOWN -> Actor.OTHER;
        };
    }

    private static Kind kind(MethodKind kind) {
        return switch (kind) {
            case MOBILE_PHONE, OFFICE_PHONE -> Kind.PHONE;
            case EMAIL -> Kind.EMAIL;
            case SECURITY_QUESTIONS -> Kind.QUESTIONS;
            case UNKNOWN -> Kind.OTHER;
        };
    }
}
