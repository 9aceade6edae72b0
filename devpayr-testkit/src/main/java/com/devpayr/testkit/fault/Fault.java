package com.devpayr.testkit.fault;

import java.io.IOException;

/**
 * What a {@link FaultServer} does when it has read a request. When it returns, the connection stays open for the next
 * one, unless the fault hung up.
 *
 * <pre>{@code
 * server.setFault(Faults.disconnect());
 * server.setFault(exchange -> exchange.write("HTTP/1.1 200 OK\r\nContent-Le").stall());
 * }</pre>
 */
@FunctionalInterface
public interface Fault {
    /** Acts on a connection, for one request. */
    void act(FaultExchange exchange) throws IOException, InterruptedException;
}
