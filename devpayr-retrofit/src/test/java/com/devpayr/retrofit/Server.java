package com.devpayr.retrofit;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;

/** What the tests have in common that look at the wire. */
final class Server {
    private Server() {}

    /** A client's configuration for a server. */
    static DevPayrConfig.Builder config(FaultServer server) {
        return DevPayrConfig.builder()
                .apiKey("api-key")
                .licenseKey("license-key")
                .domain("shop.example.com")
                .baseUrl(server.baseUrl());
    }

    /** The answer to {@code projects().get(7)}. */
    static Fault project() {
        return Faults.response(200, "", "{\"data\":{\"id\":7,\"name\":\"Acme\",\"slug\":\"acme\"}}");
    }
}
