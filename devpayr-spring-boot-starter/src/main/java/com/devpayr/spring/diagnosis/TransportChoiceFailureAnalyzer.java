package com.devpayr.spring.diagnosis;

import com.devpayr.spring.TransportChoiceException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which transports there are, and how to name one. */
final class TransportChoiceFailureAnalyzer extends AbstractFailureAnalyzer<TransportChoiceException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TransportChoiceException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
