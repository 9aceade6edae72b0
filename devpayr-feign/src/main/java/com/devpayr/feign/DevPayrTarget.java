package com.devpayr.feign;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.config.DevPayrConfig;
import feign.Request;
import feign.Request.HttpMethod;
import feign.RequestTemplate;
import feign.Target;

/** Creates requests from Feign's templates and the base URL, for {@link CompletingClient}. */
final class DevPayrTarget<T> implements Target<T> {
    private final Class<T> type;
    private final String baseUrl;

    /** Creates a target for an annotated service. */
    DevPayrTarget(Class<T> type, DevPayrConfig config) {
        this.type = type;
        String url = config.baseUrl().toString();
        this.baseUrl = url.substring(0, url.length() - 1); // the paths of the templates begin with a slash
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public String name() {
        return baseUrl;
    }

    @Override
    public String url() {
        return baseUrl;
    }

    @Override
    public Request apply(RequestTemplate template) {
        return Request.create(
                HttpMethod.valueOf(template.method()),
                url(template),
                template.headers(),
                template.body(),
                UTF_8,
                template);
    }

    /** Returns the absolute URL. An interceptor may have set another host. */
    private String url(RequestTemplate template) {
        String url = template.url();
        return url.startsWith("/") ? baseUrl + url : url;
    }
}
