package com.devpayr.testkit.fault;

import java.io.IOException;

/**
 * The reaction of a {@link FaultServer} to a request. When it returns, the connection stays open for the next request,
 * unless the fault closed it.
 *
 * <pre>{@code
 * server.setFault(Faults.disconnect());
 * server.setFault(exchange -> exchange.write("HTTP/1.1 200 OK\r\nContent-Le").stall());
 * }</pre>
 */
@FunctionalInterface
public interface Fault {
    /** Handles one request on a connection. */
    void act(FaultExchange exchange) throws IOException, InterruptedException;
}
