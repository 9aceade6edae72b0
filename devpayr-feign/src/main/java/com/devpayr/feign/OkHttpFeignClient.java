package com.devpayr.feign;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.okhttp.OkHttpClients;
import com.devpayr.spi.CallContext;
import feign.Client;
import feign.Request;
import feign.Request.HttpMethod;
import feign.Response;
import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Sends Feign's requests with OkHttp. In place of {@code feign-okhttp}, which parses the complete URL and the media type of
 * each request and creates a client for timeouts that differ. Timeouts are those of the client, unless the call has its own.
 */
final class OkHttpFeignClient implements Client {
    private static final RequestBody NO_CONTENT = RequestBody.create(new byte[0]);

    private final OkHttpClients clients;
    private final String prefix;
    private final HttpUrl base;

    /** The last URL, since many applications repeat one call, such as a license check. */
    private volatile ParsedUrl last;

    OkHttpFeignClient(OkHttpClients clients, DevPayrConfig config) {
        this.clients = clients;
        this.prefix = config.baseUrl().toString();
        this.base = HttpUrl.get(prefix);
        this.last = new ParsedUrl(prefix, base);
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        CallContext context = CallRequestOptions.contextOf(options);
        Duration timeout = context.options().timeout();
        okhttp3.Response response =
                clients.newCall(clients.client(), toOkHttp(request), timeout).execute();
        return Response.builder()
                .status(response.code())
                .reason(response.message())
                .body(RawResponseBody.of(context, new OkHttpResponse(response)))
                .request(request)
                .build();
    }

    private okhttp3.Request toOkHttp(Request request) {
        okhttp3.Request.Builder builder = new okhttp3.Request.Builder().url(url(request.url()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.addHeader(name, value)));
        return builder.method(request.httpMethod().name(), body(request)).build();
    }

    private HttpUrl url(String url) {
        ParsedUrl known = last;
        if (!known.text.equals(url)) {
            known = new ParsedUrl(url, parse(url));
            last = known;
        }
        return known.parsed;
    }

    /** Parses the path only, unless an interceptor has set another host. */
    private HttpUrl parse(String url) {
        HttpUrl resolved = url.startsWith(prefix) ? base.resolve(url.substring(prefix.length())) : null;
        return resolved == null ? HttpUrl.get(url) : resolved;
    }

    /** Returns the body without a media type, which the headers contain. */
    private static @Nullable RequestBody body(Request request) {
        byte[] content = request.body();
        if (content != null) {
            return RequestBody.create(content);
        }
        return permitsNoBody(request.httpMethod()) ? null : NO_CONTENT;
    }

    private static boolean permitsNoBody(HttpMethod method) {
        return method != HttpMethod.POST && method != HttpMethod.PUT && method != HttpMethod.PATCH;
    }

    private record ParsedUrl(String text, HttpUrl parsed) {}
}
