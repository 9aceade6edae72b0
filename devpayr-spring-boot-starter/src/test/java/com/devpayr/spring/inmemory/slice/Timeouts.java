package com.devpayr.spring.inmemory.slice;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.spring.DevPayrConfigCustomizer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** A component that a slice scans. */
@Component
class Timeouts implements DevPayrConfigCustomizer {
    @Override
    public void customize(DevPayrConfig.Builder config) {
        config.readTimeout(Duration.ofSeconds(7));
    }
}
