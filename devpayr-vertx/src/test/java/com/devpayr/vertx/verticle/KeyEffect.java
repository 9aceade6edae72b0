package com.devpayr.vertx.verticle;

import java.util.List;

/**
 * The effect of a configuration key of the verticle.
 *
 * @param key the key below {@code devpayr}
 * @param value a value that differs from the default
 * @param expected the observation with the value; without it, the observation must differ or fail
 * @param observation observes the effect
 * @param others keys and values that the effect requires, alternating
 */
record KeyEffect(String key, Object value, Object expected, Observation observation, List<Object> others) {
    /** An observation of a deployment. */
    @FunctionalInterface
    interface Observation {
        /** Creates the deployment and observes it. */
        Object of(DeploymentFixture fixture) throws Exception;
    }

    static KeyEffect of(String key, Object value, Object expected, Observation observation, Object... others) {
        return new KeyEffect(key, value, expected, observation, List.of(others));
    }

    @Override
    public String toString() {
        return key;
    }
}
