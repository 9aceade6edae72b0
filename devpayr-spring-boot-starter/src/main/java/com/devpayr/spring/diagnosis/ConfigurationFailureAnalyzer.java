package com.devpayr.spring.diagnosis;

import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.config.InstalledLibrary;
import com.devpayr.internal.config.SettingNames;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Failure analyzer that names the invalid property and suggests a fix. Does not show the value of a secret. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ConfigurationException cause) {
        if (cause.setting().equals(InstalledLibrary.CLASS_PATH)) {
            return new FailureAnalysis(
                    "The " + cause.getMessage() + ".",
                    "Let your build select the versions that docs/support.md lists.",
                    cause);
        }
        String property = SettingNames.propertyOf(cause.setting());
        return new FailureAnalysis(
                "Invalid DevPayr configuration: " + describe(cause, property),
                FixSuggestions.forProperty(property),
                cause);
    }

    private static String describe(ConfigurationException cause, String property) {
        String message = String.valueOf(cause.getMessage())
                .replace("call allowPlainHttp()", "set devpayr.allow-plain-http=true");
        String setting = cause.setting();
        return message.startsWith(setting) ? property + message.substring(setting.length()) : message;
    }
}
