package com.devpayr.testkit.process;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Assumptions;

/** The files and sockets that this JVM has open. */
public final class OpenFiles {
    private OpenFiles() {}

    /** Returns their number. Skips the test on an operating system that does not report it. */
    public static long count() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        Assumptions.assumeTrue(system instanceof UnixOperatingSystemMXBean, "open files can only be counted on Unix");
        return ((UnixOperatingSystemMXBean) system).getOpenFileDescriptorCount();
    }
}
