package com.devpayr.feign;

import static java.nio.charset.StandardCharsets.UTF_8;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client that answers every request with the same body, and records the options. */
final class RecordingClient implements Client {
    final List<Request.Options> seen = new ArrayList<>();
    private final String body;

    /** @param body body of each response; empty for a broken connection */
    RecordingClient(String body) {
        this.body = body;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        seen.add(options);
        if (body.isEmpty()) {
            throw new IOException("connection lost");
        }
        return Response.builder()
                .status(200)
                .request(request)
                .headers(Map.of())
                .body(body, UTF_8)
                .build();
    }
}
