package io.latchkey.messaging.autoconfigure;

import io.latchkey.messaging.secrets.SecretException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a line what is wrong with a secret, instead of a page of beans that could not be made. */
final class SecretFailureAnalyzer extends AbstractFailureAnalyzer<SecretException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SecretException cause) {
        return new FailureAnalysis(cause.getMessage(), "See docs/sealing.md, \"Other secrets\".", cause);
    }
}
