package com.devpayr.spring;

import com.devpayr.config.DevPayrConfig;

/**
 * Strategy to create clients with an HTTP library. Each supported library on the class path contributes a bean of this type;
 * an application can define its own. If there are several, the property {@code devpayr.transport} selects one.
 */
public interface DevPayrTransport {
    /** Returns the name of the transport, as used for {@code devpayr.transport}. */
    String name();

    /** Creates a blocking and an asynchronous client. Does not send a request. */
    DevPayrClients connect(DevPayrConfig config);
}
