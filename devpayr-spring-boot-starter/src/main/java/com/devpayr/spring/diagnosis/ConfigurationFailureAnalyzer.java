package com.devpayr.spring.diagnosis;

import com.devpayr.error.ConfigurationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which property is wrong and what to set it to. Shows no value: it may be a secret. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ConfigurationException cause) {
        String property = SettingNames.property(cause.setting());
        return new FailureAnalysis(
                "DevPayr is configured wrongly: " + describe(cause, property), Advice.on(property), cause);
    }

    private static String describe(ConfigurationException cause, String property) {
        String message = String.valueOf(cause.getMessage());
        String setting = cause.setting();
        return message.startsWith(setting) ? property + message.substring(setting.length()) : message;
    }
}
