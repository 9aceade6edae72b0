package com.devpayr.retrofit;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;

/** Client configuration and responses for tests with a {@link FaultServer}. */
final class Server {
    private Server() {}

    /** Returns a configuration for clients of a server. */
    static DevPayrConfig.Builder config(FaultServer server) {
        return DevPayrConfig.builder()
                .apiKey("api-key")
                .licenseKey("license-key")
                .domain("shop.example.com")
                .baseUrl(server.baseUrl());
    }

    /** Returns the response to {@code projects().get(7)}. */
    static Fault project() {
        return Faults.response(200, "", "{\"data\":{\"id\":7,\"name\":\"Acme\",\"slug\":\"acme\"}}");
    }
}
