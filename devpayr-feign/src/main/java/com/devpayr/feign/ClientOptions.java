package com.devpayr.feign;

import com.devpayr.config.DevPayrConfig;
import feign.Request;

/** The options of the requests of a client. They are the same for all methods, so Feign's lookup for each call is left out. */
final class ClientOptions extends Request.Options {
    ClientOptions(DevPayrConfig config) {
        super(config.connectTimeout(), config.readTimeout(), false);
    }

    @Override
    public Request.Options getMethodOptions(String methodName) {
        return this;
    }
}
