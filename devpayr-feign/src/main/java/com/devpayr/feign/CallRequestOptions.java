package com.devpayr.feign;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.internal.wire.RawCall;
import com.devpayr.spi.CallContext;
import feign.Request;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The options of one of Feign's requests, with the context of its call. Feign finds them among the arguments of the method. */
final class CallRequestOptions extends Request.Options {
    private final CallContext context;
    private final @Nullable RawCall raw;
    private final @Nullable String query;

    /**
     * Creates options, whose timeouts are those of the configuration, and at most the timeout of the call.
     *
     * @param raw the raw request; null for any other
     * @param query the URL-encoded query that Feign's request does not contain; null for none
     */
    CallRequestOptions(DevPayrConfig config, CallContext context, @Nullable RawCall raw, @Nullable String query) {
        super(
                shorter(config.connectTimeout(), context.options().timeout()),
                shorter(config.readTimeout(), context.options().timeout()),
                false);
        this.context = context;
        this.raw = raw;
        this.query = query;
    }

    private static Duration shorter(Duration configured, @Nullable Duration timeout) {
        return timeout == null || timeout.compareTo(configured) > 0 ? configured : timeout;
    }

    /** Returns the raw request; null for any other. */
    static @Nullable RawCall rawOf(Request.Options options) {
        return options instanceof CallRequestOptions call ? call.raw : null;
    }

    /** Returns the URL-encoded query to add to the request; null for none. */
    static @Nullable String queryOf(Request.Options options) {
        return options instanceof CallRequestOptions call ? call.query : null;
    }

    /** Returns the context of a call; {@link CallContext#DEFAULT} for options without one. */
    static CallContext contextOf(Request.Options options) {
        return options instanceof CallRequestOptions call ? call.context : CallContext.DEFAULT;
    }
}
