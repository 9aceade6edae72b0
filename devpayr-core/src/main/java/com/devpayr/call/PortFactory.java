package com.devpayr.call;

/**
 * Where a facade gets its ports: all that a transport has to offer. Asked for each when it is first called, by any thread.
 *
 * <pre>{@code
 * DevPayr devpayr = DevPayr.of(feign::newPort, httpClient::close);
 * DevPayr mocked = DevPayr.of(Mockito::mock, () -> {});
 * }</pre>
 */
@FunctionalInterface
public interface PortFactory {
    /** The port of a type; called once for each of the facade's ports. */
    <P> P port(Class<P> type);
}
