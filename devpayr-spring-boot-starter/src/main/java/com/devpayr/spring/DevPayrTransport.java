package com.devpayr.spring;

import com.devpayr.config.DevPayrConfig;

/**
 * An HTTP library that clients can be made with: a bean for each that is on the class path, and for an application's
 * own. The property {@code devpayr.transport} names the one to use when there are several.
 */
public interface DevPayrTransport {
    /** What {@code devpayr.transport} calls it. */
    String name();

    /** Clients in both styles. Must not send anything yet. */
    DevPayrClients connect(DevPayrConfig config);
}
