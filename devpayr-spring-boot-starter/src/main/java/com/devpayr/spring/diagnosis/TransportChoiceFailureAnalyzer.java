package com.devpayr.spring.diagnosis;

import com.devpayr.spring.TransportChoiceException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Failure analyzer that lists the available transports and suggests how to choose one. */
final class TransportChoiceFailureAnalyzer extends AbstractFailureAnalyzer<TransportChoiceException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TransportChoiceException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
