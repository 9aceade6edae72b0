package com.devpayr.examples.billing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/** An HTTP client for the dashboard. */
final class DashboardClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI dashboard;

    DashboardClient(int port) {
        this.dashboard = URI.create("http://127.0.0.1:" + port + "/");
    }

    String page() throws IOException, InterruptedException {
        return get("shop:" + BillingFixture.PASSWORD).body();
    }

    HttpResponse<String> getWithoutLogin() throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(dashboard).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String login) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(dashboard)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
