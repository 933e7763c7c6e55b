package io.latchkey.registration.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Everything that can be wrong; stable, for programs. The texts never hold a value of the request. */
enum ProblemKind {
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be read", "See /openapi.json for what can be asked."),
    INVALID_PARAMETER(
            HttpStatus.BAD_REQUEST, "A parameter is wrong", "Mend the parameters that are named under faults."),
    MALFORMED_BODY(
            HttpStatus.BAD_REQUEST,
            "The body is not a JSON object",
            "Send one JSON object, each of its fields once, in UTF-8."),
    UNAUTHENTICATED(
            HttpStatus.UNAUTHORIZED,
            "A valid token is needed",
            "Send an access token that is not expired and made for this service, as Authorization: Bearer."),
    FORBIDDEN(
            HttpStatus.FORBIDDEN,
            "The token does not allow this",
            "Use a token of this tenant that has the scope which /openapi.json names, or that of the person."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such resource", "See /openapi.json for what there is."),
    UNKNOWN_ACCOUNT(
            HttpStatus.NOT_FOUND,
            "There is no such account",
            "Check the user id; an account exists after ProvisionAccount, and until it is erased."),
    UNKNOWN_METHOD(
            HttpStatus.NOT_FOUND,
            "The account has no such method",
            "Read the account's methods: one that is replaced or removed cannot be shown."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "The resource does not know this HTTP method",
            "Use one of those in the header Allow."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "The resource cannot be had in this format",
            "Accept application/json; the report is to be had as text/csv, too."),
    NOTHING_TO_REVEAL(
            HttpStatus.CONFLICT,
            "Security answers cannot be shown to anybody",
            "Whoever no longer knows an answer registers all of them anew."),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large", "Send at most 65536 bytes."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The body has a format that is not read",
            "Send application/json in UTF-8."),
    INVALID_POLICY(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The policy is not valid",
            "Mend the fields that are named under faults; no account was looked at."),
    RATE_LIMITED(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many full values were asked for",
            "Ask again after the time in the header Retry-After; asking earlier makes it longer."),
    BUSY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Too much is asked at once",
            "Ask again after the time in the header Retry-After."),
    TOO_LONG(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The dry run took too long and was given up",
            "Try when less is asked, or let the operator raise latchkey.registration.web.dry-run-takes."),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Something the service depends on does not answer",
            "Ask again after the time in the header Retry-After."),
    INTERNAL(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "The service failed",
            "Tell the operator the time of the request: its log says more.");

    private final HttpStatus status;
    private final String title;
    private final String detail;

    ProblemKind(HttpStatus status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return detail;
    }

    String type() {
        return "urn:latchkey:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
