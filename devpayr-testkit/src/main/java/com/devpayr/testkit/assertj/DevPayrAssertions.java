package com.devpayr.testkit.assertj;

import com.devpayr.testkit.InMemoryDevPayr;

/**
 * Entry point for AssertJ assertions.
 *
 * <pre>{@code
 * assertThat(fake).received(Operation.LICENSE_CREATE).once().withField("title", "Pro");
 * }</pre>
 */
public final class DevPayrAssertions {
    private DevPayrAssertions() {}

    /** Returns assertions on the requests that a platform received. */
    public static PlatformAssert assertThat(InMemoryDevPayr platform) {
        return new PlatformAssert(platform);
    }
}
