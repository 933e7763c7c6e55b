package io.latchkey.registration.web;

import io.latchkey.messaging.engine.OutageException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Problems of requests that got as far as a controller. */
@RestControllerAdvice
class Problems {

    static final Duration SOON = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Problem> of(ProblemException e) {
        return answer(e.problem(), HttpHeaders.EMPTY, e.retryAfter());
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(OutageException e) {
        LOG.warn("nothing can be read: {}", e.getMessage());
        return answer(Problem.of(ProblemKind.UNAVAILABLE), HttpHeaders.EMPTY, SOON);
    }

    /** Named by the parameter of the method, which is what the request calls it. */
    @ExceptionHandler
    ResponseEntity<Problem> of(MethodArgumentTypeMismatchException e) {
        var fault = new Problem.Fault(e.getName(), requirement(e));
        return answer(Problem.of(ProblemKind.INVALID_PARAMETER, List.of(fault)), HttpHeaders.EMPTY, null);
    }

    private static String requirement(TypeMismatchException e) {
        var type = e.getRequiredType();
        return type != null && type.isEnum()
                ? "one of those that /openapi.json names"
                : "a " + (type == null ? "value" : type.getSimpleName().toLowerCase(Locale.ROOT));
    }

    /** Whatever the framework refuses, with the headers that belong to it, such as Allow. */
    @ExceptionHandler
    ResponseEntity<Problem> of(Exception e) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof IOException) {
            throw e;
        }
        if (e instanceof ErrorResponse refused) {
            return answer(Problem.of(kind(refused.getStatusCode()), faults(e)), refused.getHeaders(), null);
        }
        LOG.error("a request failed: {}", e.getClass().getName());
        return answer(Problem.of(ProblemKind.INTERNAL), HttpHeaders.EMPTY, null);
    }

    private static List<Problem.Fault> faults(Exception e) {
        return e instanceof MissingServletRequestParameterException missing
                ? List.of(new Problem.Fault(missing.getParameterName(), "present"))
                : List.of();
    }

    static ProblemKind kind(HttpStatusCode status) {
        return switch (HttpStatus.resolve(status.value())) {
            case NOT_FOUND -> ProblemKind.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> ProblemKind.METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> ProblemKind.NOT_ACCEPTABLE;
            case CONTENT_TOO_LARGE -> ProblemKind.BODY_TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
            case null, default -> status.is5xxServerError() ? ProblemKind.INTERNAL : ProblemKind.BAD_REQUEST;
        };
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers, @Nullable Duration retryAfter) {
        var answer = ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        return answer.body(problem);
    }
}
