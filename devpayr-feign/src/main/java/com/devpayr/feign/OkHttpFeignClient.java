package com.devpayr.feign;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.okhttp.OkHttpClients;
import feign.Client;
import feign.Request;
import feign.Request.HttpMethod;
import feign.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
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
        Duration timeout = CallRequestOptions.contextOf(options).options().timeout();
        okhttp3.Response response =
                clients.newCall(clients.client(), toOkHttp(request), timeout).execute();
        ResponseBody body = response.body();
        long length = body.contentLength();
        return Response.builder()
                .status(response.code())
                .reason(response.message())
                .headers(toFeign(response.headers()))
                .body(body.byteStream(), length < 0 || length > Integer.MAX_VALUE ? null : (int) length)
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

    private static Map<String, Collection<String>> toFeign(Headers headers) {
        Map<String, Collection<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            values.computeIfAbsent(headers.name(i), name -> new ArrayList<>(1)).add(headers.value(i));
        }
        return values;
    }

    private record ParsedUrl(String text, HttpUrl parsed) {}
}
