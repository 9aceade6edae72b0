package com.devpayr.spring;

import java.util.List;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;

/**
 * The effect of a configuration property on an application.
 *
 * @param property the name of the property
 * @param value a value that differs from the default
 * @param expected the observation in an application with this value; without it, the observation must differ or fail
 * @param observation observes the effect
 * @param others properties that the effect requires
 */
public record PropertyEffect(
        String property, String value, Object expected, Observation observation, List<String> others) {
    /** An observation of a running application. */
    @FunctionalInterface
    public interface Observation {
        /** Observes the application. */
        Object of(AssertableWebApplicationContext application) throws Exception;
    }

    /** Returns an effect. */
    public static PropertyEffect of(
            String property, String value, Object expected, Observation observation, String... others) {
        return new PropertyEffect(property, value, expected, observation, List.of(others));
    }

    /** Returns whether the application has the property, for observations that would otherwise wait. */
    public static boolean isSet(AssertableWebApplicationContext application, String property) {
        return application.getEnvironment().containsProperty(property);
    }

    @Override
    public String toString() {
        return property;
    }
}
