package com.devpayr.call;

import java.util.function.Supplier;

/**
 * What a transport makes for one facade: the ports, and what they use and is to be closed with them.
 *
 * <pre>{@code
 * Transport transport = Transport.onDemand(() -> new HttpTransport(config)); // loads no class of the HTTP library yet
 * DevPayr devpayr = DevPayr.of(transport, transport);
 * }</pre>
 */
public interface Transport extends PortFactory, AutoCloseable {
    /**
     * A transport that is made when it is first asked for a port, and so, below a facade, at the first call: until then
     * no application waits for an HTTP client, TLS and JSON. Made once, however many threads call; what has not been
     * made when this is closed is never made.
     *
     * @param maker makes the transport; sends nothing. When it throws, so does the call, and the next one tries again
     */
    static Transport onDemand(Supplier<? extends Transport> maker) {
        return new OnDemand(maker);
    }

    /** Frees what it uses; calls under way fail. */
    @Override
    void close();
}
