package com.devpayr.testkit.assertj;

import com.devpayr.testkit.InMemoryDevPayr;

/**
 * Where assertions on DevPayr begin.
 *
 * <pre>{@code
 * assertThat(fake).received(Operation.LICENSE_CREATE).once().withField("title", "Pro");
 * }</pre>
 */
public final class DevPayrAssertions {
    private DevPayrAssertions() {}

    /** Assertions on what reached a platform. */
    public static PlatformAssert assertThat(InMemoryDevPayr platform) {
        return new PlatformAssert(platform);
    }
}
