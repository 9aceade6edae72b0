package com.devpayr.vertx.verticle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effect of a configuration key of the verticle.
 *
 * @param key the key below {@code devpayr}
 * @param value a value that differs from the default
 * @param expected the observation with the value
 * @param byDefault the observation without the key; null if it may be any other than the expected one, or a failure
 * @param observation observes the effect
 * @param others keys and values that the effect requires, alternating
 */
record KeyEffect(
        String key,
        Object value,
        Object expected,
        @Nullable Object byDefault,
        Observation observation,
        List<Object> others) {
    /** An observation of a deployment. */
    @FunctionalInterface
    interface Observation {
        /** Creates the deployment and observes it. */
        Object of(DeploymentFixture fixture) throws Exception;
    }

    static KeyEffect of(String key, Object value, Object expected, Observation observation, Object... others) {
        return new KeyEffect(key, value, expected, null, observation, List.of(others));
    }

    /** Returns this effect with the observation that the default of the key results in. */
    KeyEffect withDefault(Object observed) {
        return new KeyEffect(key, value, expected, observed, observation, others);
    }

    /** Observes a deployment with a value of the key. */
    Object observe(Object valueOfKey) throws Exception {
        try (DeploymentFixture fixture = fixture()) {
            return observation.of(fixture.set(key, valueOfKey));
        }
    }

    /** Observes a deployment without the value. A key without a default keeps the value that the fixture requires. */
    Object observeWithoutValue() throws Exception {
        try (DeploymentFixture fixture = fixture()) {
            return observation.of(byDefault == null ? fixture : fixture.remove(key));
        }
    }

    private DeploymentFixture fixture() {
        DeploymentFixture fixture = new DeploymentFixture();
        for (int i = 0; i < others.size(); i += 2) {
            fixture.set((String) others.get(i), others.get(i + 1));
        }
        return fixture;
    }

    @Override
    public String toString() {
        return key;
    }
}
