package com.devpayr.feign;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.internal.log.LoggedAttempt;
import com.devpayr.internal.log.RequestTarget;
import com.devpayr.internal.policy.HeaderPolicy;
import com.devpayr.internal.policy.TransportFailures;
import com.devpayr.internal.wire.RawCall;
import com.devpayr.operation.Operation;
import com.devpayr.spi.CallContext;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Feign client that completes requests (query, headers, empty JSON object), logs them, and attaches the context of the call to
 * the response. Throws exceptions of this library instead of I/O errors. Requests are completed here, since a request interceptor
 * and a target do not receive the options of the call.
 */
final class CompletingClient implements Client {
    private final Client client;
    private final DevPayrConfig config;
    private final HeaderPolicy headers;
    private final String baseUrl;
    private final RequestMapper requests;
    private final @Nullable RedactingLogger logger;

    /**
     * Creates a client.
     *
     * @param client sends the requests
     * @param requests completes the requests
     * @param logger logs the completed requests; null for none
     */
    CompletingClient(Client client, DevPayrConfig config, RequestMapper requests, @Nullable RedactingLogger logger) {
        this.client = client;
        this.config = config;
        this.headers = new HeaderPolicy(config, "feign");
        this.baseUrl = config.baseUrl().toString();
        this.requests = requests;
        this.logger = logger;
    }

    @Override
    public Response execute(Request prepared, Request.Options options) {
        Operation operation = RequestMapper.operationOf(prepared.requestTemplate());
        CallContext context = CallRequestOptions.contextOf(options);
        RawCall raw = CallRequestOptions.rawOf(options);
        Request request = raw == null
                ? requests.complete(operation, prepared, CallRequestOptions.queryOf(options))
                : requests.toRequest(raw, baseUrl, prepared);
        headers.apply(
                operation,
                raw == null ? operation.credential() : raw.credential(),
                context.options(),
                (name, value) -> request.header(name, List.of(value)));
        if (logger != null) {
            logger.logCompleted(request);
        }
        if (context instanceof LoggedAttempt attempt) {
            attempt.onRequest(
                    request.httpMethod().name(),
                    RequestTarget.of(baseUrl, request.url()),
                    request.headers(),
                    bodyLength(request));
        }
        try {
            Response response = RawResponseBody.attach(context, client.execute(request, options));
            if (context instanceof LoggedAttempt attempt) {
                attempt.onResponse(
                        response.status(),
                        RawResponseBody.bodyOf(response).response().headers());
            }
            return response;
        } catch (IOException failure) {
            throw TransportFailures.translate(operation, failure, context.options(), config);
        }
    }

    private static long bodyLength(Request request) {
        byte[] body = request.body();
        return body == null ? 0 : body.length;
    }
}
