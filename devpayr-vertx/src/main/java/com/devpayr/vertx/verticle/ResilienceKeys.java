package com.devpayr.vertx.verticle;

import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.resilience.ResilienceProvider;
import com.devpayr.internal.resilience.ResilienceSettings;
import java.time.Duration;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The keys below {@code devpayr.resilience}. */
record ResilienceKeys(Settings settings) implements ResilienceSettings {
    private static final String PREFIX = "resilience.";

    /**
     * Returns the interceptor that the keys configure; null if resilience is disabled or its module is not on the class path.
     *
     * @throws ConfigurationException if a key is invalid, or is set without the module
     */
    static @Nullable AsyncCallInterceptor interceptor(Settings settings) {
        ResilienceKeys keys = new ResilienceKeys(settings);
        if (!keys.getBoolean("enabled", true)) {
            return null;
        }
        ResilienceProvider provider = ServiceLoader.load(
                        ResilienceProvider.class, ResilienceKeys.class.getClassLoader())
                .findFirst()
                .orElse(null);
        if (provider == null) {
            keys.requireNoneSet();
            return null;
        }
        return provider.create(keys);
    }

    private void requireNoneSet() {
        String key = settings.findBelow(PREFIX);
        if (key != null) {
            throw new ConfigurationException(
                    key, "is set, but devpayr-resilience4j is not on the class path; add it, or remove the key");
        }
    }

    @Override
    public boolean getBoolean(String name, boolean defaultValue) {
        return settings.getBoolean(PREFIX + name, defaultValue);
    }

    @Override
    public int getCount(String name, int defaultValue) {
        return settings.get(PREFIX + name, ResilienceKeys::count, "a whole number of at least 1", defaultValue);
    }

    private static int count(String text) {
        int count = Integer.parseInt(text);
        if (count < 1) {
            throw new IllegalArgumentException("less than 1");
        }
        return count;
    }

    @Override
    public float getPercentage(String name, float defaultValue) {
        return settings.get(PREFIX + name, ResilienceKeys::percentage, "a number above 0, up to 100", defaultValue);
    }

    private static float percentage(String text) {
        float percentage = Float.parseFloat(text);
        if (!(percentage > 0 && percentage <= 100)) {
            throw new IllegalArgumentException("not a percentage");
        }
        return percentage;
    }

    @Override
    public Duration getDuration(String name, Duration defaultValue) {
        return settings.get(
                PREFIX + name,
                ResilienceKeys::positiveDuration,
                DurationAndSizeParser.DURATION + ", and more than 0",
                defaultValue);
    }

    private static Duration positiveDuration(String text) {
        Duration duration = DurationAndSizeParser.duration(text);
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("not positive");
        }
        return duration;
    }

    @Override
    public Duration getTimeout(String name, Duration defaultValue) {
        return settings.get(
                PREFIX + name, DurationAndSizeParser::duration, DurationAndSizeParser.DURATION, defaultValue);
    }
}
